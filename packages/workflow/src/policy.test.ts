import { describe, expect, test } from 'vitest';
import { AgencyTree, nobody, roles, type Actor, type Role } from './actors.ts';
import { accountPolicy } from './nouns/account/policy.ts';
import { may, type Policy } from './policy.ts';
import { collectionPolicy } from './nouns/collection/policy.ts';
import { mappingPolicy } from './nouns/mapping/policy.ts';
import { filingPolicy } from './nouns/filing/policy.ts';
import { rowPolicy } from './nouns/row/policy.ts';
import { yearPolicy } from './nouns/year/policy.ts';

const tree = new AgencyTree([
  { id: 'ministry', name: '範例部', parent: null },
  { id: 'bureau', name: '範例署', parent: 'ministry' },
  { id: 'elsewhere', name: '虛擬部', parent: null },
]);
const actor = (role: Role, agency: string): Actor => ({ id: 'someone', name: 'someone', grants: [{ role, agency }] });

/** For each noun a subject on which every action is open, as far as the role goes. */
const nouns = [
  ['row', rowPolicy, { agency: 'bureau', state: 'drafting', writers: [] }, 'bureau'],
  ['year', yearPolicy, { ministry: 'ministry' }, 'ministry'],
  ['account', accountPolicy, { id: 'someone', agency: 'bureau' }, 'bureau'],
  ['collection', collectionPolicy, { ministry: 'ministry' }, 'ministry'],
  ['mapping', mappingPolicy, { ministry: 'ministry', agency: 'bureau' }, 'bureau'],
  ['filing', filingPolicy, { agency: 'bureau' }, 'bureau'],
] as const;

describe.each(
  nouns.map(
    ([noun, policy, subject, agency]) => [noun, policy as unknown as Policy<unknown, string>, subject, agency] as const,
  ),
)('%s', (_, policy, subject, agency) => {
  const cases = Object.keys(policy.actions).flatMap((action) => roles.map((role) => [action, role] as const));

  test.each(cases)('%s by %s is as the table says, in the agency and from above it', (action, role) => {
    const listed = policy.actions[action]?.roles.includes(role) ?? false;
    expect(may(policy, action, actor(role, agency), subject, tree)).toBe(listed);
    expect(may(policy, action, actor(role, 'ministry'), subject, tree)).toBe(listed);
  });

  test.each(cases.filter(([action]) => action !== 'change-own-password'))(
    '%s by %s of another ministry is refused',
    (action, role) => {
      expect(may(policy, action, actor(role, 'elsewhere'), subject, tree)).toBe(false);
    },
  );

  test.each(Object.keys(policy.actions).filter((action) => action !== 'change-own-password'))(
    '%s by nobody is refused',
    (action) => {
      expect(may(policy, action, nobody, subject, tree)).toBe(false);
    },
  );

  test('an action that stands nowhere is refused', () => {
    for (const role of roles)
      for (const action of ['destroy', 'constructor', '__proto__'])
        expect(may(policy, action, actor(role, 'ministry'), subject, tree)).toBe(false);
  });
});
