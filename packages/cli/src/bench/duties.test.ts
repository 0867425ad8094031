import { expect, test } from 'vitest';
import { rules } from '@guankao/rules';
import { rulesWithDuties } from './duties.ts';

test('every rule with a duty is in the catalogue', () => {
  const ids = rules.map(({ meta }) => meta.id);
  expect(rulesWithDuties.filter((rule) => !ids.includes(rule))).toEqual([]);
});
