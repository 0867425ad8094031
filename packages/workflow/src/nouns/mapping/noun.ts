import { Type } from '@sinclair/typebox';
import { Refusal } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { defineCommand, defineNoun } from '../../noun.ts';
import { Day, nullable, Twd } from '../../schema.ts';
import { moneyComponents } from '../row/money.ts';
import type { RowRecord } from '../row/row.ts';
import { openMapping, takeAccounts, type AccountsOfFile, type MappedYear } from './commands/accounts.ts';
import { drawMapping, overrule } from './commands/draw.ts';
import { addParts, carryParts, correctPart, endPart, type LastYearsMapping } from './commands/parts.ts';
import { applyToMapping, type MappingEvent } from './events.ts';
import { AccountMappingJson, holdingFields, type AccountMapping } from './mapping.ts';
import { mappingPolicy } from './policy.ts';

const OpenInput = Type.Object({
  ministry: Type.String({ minLength: 1, maxLength: 100 }),
  agency: Type.String({ minLength: 1, maxLength: 100, description: 'Id of the agency whose accounts they are' }),
});
const AccountsInput = Type.Object({ asOf: Day });
const Reason = Type.String({ minLength: 1, maxLength: 2_000 });
const PartNumber = Type.Integer({ minimum: 1, description: 'Number of the part' });
const Row = Type.String({ minLength: 1, maxLength: 300, description: 'Id of the row' });

export const AddPartsInput = Type.Object({
  parts: Type.Array(
    Type.Object({
      account: Type.String({ minLength: 1, maxLength: 20, description: 'Id of the account: a1' }),
      row: Row,
      ...holdingFields,
    }),
    { minItems: 1, maxItems: 2_000 },
  ),
});
const CorrectInput = Type.Object({ part: PartNumber, ...holdingFields, reason: Reason });
const EndInput = Type.Object({
  part: PartNumber,
  until: nullable(Day, { description: 'Its last day; null: it should never have held' }),
  reason: Reason,
});
const OverruleInput = Type.Object({
  row: Row,
  amounts: Type.Partial(
    Type.Object(Object.fromEntries(moneyComponents.map((component) => [component, nullable(Twd)])), {
      additionalProperties: false,
      minProperties: 1,
    }),
    { description: 'By component; null: as the accounts give it' },
  ),
  reason: Reason,
});
const DrawInput = Type.Object({ rows: Type.Array(Row, { minItems: 1, maxItems: 10_000 }) });

export const mapping = defineNoun<AccountMapping, MappingEvent>({
  name: 'mapping',
  plural: 'mappings',
  label: terms.accountMapping,
  record: AccountMappingJson,
  // Accounts and parts are lists; the amounts that they come to are fields of the rows.
  fields: {},
  values: () => ({}),
  machine: null,
  policy: mappingPolicy,
  kinds: [
    'mapping-opened',
    'mapping-accounts-taken',
    'mapping-parts-added',
    'mapping-part-corrected',
    'mapping-part-ended',
    'mapping-overruled',
    'mapping-drawn',
  ],
  apply: applyToMapping,
  placeOf: ({ year, agency, drawn }) => ({
    parent: year,
    agency,
    position: 0,
    state: drawn === null ? 'open' : 'drawn',
  }),
  commands: [
    defineCommand<null, typeof OpenInput>({
      name: 'open',
      label: { 'zh-Hant': '建立科目對應', en: 'begin an account mapping' },
      may: 'open',
      as: () => 'accountant',
      input: OpenInput,
      creates: ({ ministry, agency }) => ({ ministry, agency }),
      // With the first file of an agency.
      prepared: true,
      decide: (_none, { agency }, call) => openMapping(agency, call.facts as MappedYear),
    }),
    defineCommand<AccountMapping, typeof AccountsInput>({
      name: 'take-accounts',
      label: { 'zh-Hant': '匯入科目', en: 'import accounts' },
      may: 'take-accounts',
      as: () => 'accountant',
      input: AccountsInput,
      // The file is read before, in the pool.
      prepared: true,
      decide: (record, { asOf }, call) => takeAccounts(record, call.facts as AccountsOfFile, asOf, call),
    }),
    defineCommand<AccountMapping, typeof AddPartsInput>({
      name: 'add-parts',
      label: { 'zh-Hant': '歸屬計畫', en: 'assign to plans' },
      may: 'part',
      as: () => 'accountant',
      input: AddPartsInput,
      // Of the year's rows as they stand.
      prepared: true,
      decide: (record, { parts }, call) => addParts(record, parts, call.facts as readonly RowRecord[], call),
    }),
    defineCommand<AccountMapping, ReturnType<typeof Type.Object<{}>>>({
      name: 'carry',
      label: terms.carryForward,
      may: 'part',
      as: () => 'accountant',
      input: Type.Object({}),
      // Of last year's mapping.
      prepared: true,
      decide: (record, _input, call) => carryParts(record, call.facts as LastYearsMapping, call),
    }),
    defineCommand<AccountMapping, typeof CorrectInput>({
      name: 'correct-part',
      label: { 'zh-Hant': '更正歸屬', en: 'correct a part' },
      may: 'part',
      as: () => 'accountant',
      input: CorrectInput,
      reason: ({ reason }) => reason,
      decide: (record, { part, ...holding }, call) => correctPart(record, part, holding, call),
    }),
    defineCommand<AccountMapping, typeof EndInput>({
      name: 'end-part',
      label: { 'zh-Hant': '終止歸屬', en: 'end a part' },
      may: 'part',
      as: () => 'accountant',
      input: EndInput,
      reason: ({ reason }) => reason,
      decide: (record, { part, until, reason }, call) => endPart(record, part, until, reason, call),
    }),
    defineCommand<AccountMapping, typeof OverruleInput>({
      name: 'overrule',
      label: terms.overruleAmount,
      may: 'overrule',
      as: () => 'accountant',
      input: OverruleInput,
      reason: ({ reason }) => reason,
      decide: (record, { row, amounts, reason }, call) => overrule(record, row, amounts, reason, call),
    }),
    defineCommand<AccountMapping, typeof DrawInput>({
      name: 'draw',
      label: terms.drawMoney,
      may: 'draw',
      as: () => 'accountant',
      input: DrawInput,
      // Only together with what each row records.
      prepared: true,
      decide: (record, { rows }, call) => drawMapping(record, rows, call),
    }),
  ],
});

export function noSuchMapping(id: string): Refusal {
  return new Refusal('no-such-mapping', 404, {
    'zh-Hant': `找不到「${id}」這份科目對應，或您無權查看。`,
    en: `there is no account mapping ${id}, or you may not see it.`,
  });
}
