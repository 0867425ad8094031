import { longestField, rowFields } from '@guankao/domain';
import { standings } from '@guankao/reading';
import { Type } from '@sinclair/typebox';
import {
  DeputyshipJson,
  LetterJson,
  nullable,
  oneOf,
  RowRecordJson,
  rowTextFields,
  someOf,
  YearRecordJson,
} from '@guankao/workflow';
import { FindingJson } from './record-schema.ts';

/** The shapes of the office's requests and answers: the same that validate them and that /openapi.json shows. */

const Id = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^/?#\\s]+$' });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Login = Type.String({ minLength: 2, maxLength: 60, pattern: '^[A-Za-z0-9._@-]+$' });
const Password = Type.String({ minLength: 1, maxLength: 300 });
const Secret = Type.String({ maxLength: 100, description: 'Of the one-time link' });
const Text = Type.String({ maxLength: 60_000 });
const Field = Type.String({ maxLength: longestField });
const Twd = Type.Integer({ description: 'New Taiwan dollars' });

const RoleName = Type.Union(
  ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'].map((role) => Type.Literal(role)),
);
export const GrantJson = Type.Object({ role: RoleName, agency: Id });

export const SetupBody = Type.Object({
  secret: Secret,
  ministryId: Id,
  ministryName: Name,
  login: Login,
  name: Name,
  password: Password,
});
export const SignInBody = Type.Object({
  login: Type.String({ maxLength: 100 }),
  password: Type.String({ maxLength: 300 }),
});
export const SecretJson = Type.Object({ token: Type.String({ description: 'Send it as `Authorization: Bearer …`' }) });
export const WelcomeBody = Type.Object({ secret: Secret, password: Password });

export const AgencyBody = Type.Object({ id: Id, name: Name, parent: Type.Union([Id, Type.Null()]) });
export const AgencyListJson = Type.Object({ agencies: Type.Array(AgencyBody) });
export const AccountBody = Type.Object({ login: Login, name: Name, grants: Type.Array(GrantJson, { maxItems: 20 }) });
export const InvitedJson = Type.Object({
  id: Type.String(),
  secret: Type.String({ description: 'One-time: the person sets a password with it' }),
});
const ActingForJson = Type.Object(
  {
    deputyship: Type.String({ description: 'Id' }),
    account: Type.String({ description: 'Id of the principal’s account' }),
    name: Type.String({ description: 'The principal’s' }),
    deputy: Type.String({ description: 'The deputy’s own name' }),
  },
  { $id: 'ActingFor' },
);

export const MeJson = Type.Object({
  id: Type.String(),
  name: Type.String({ description: 'As it is signed: both names where you act for somebody' }),
  grants: Type.Array(GrantJson),
  actingFor: nullable(ActingForJson, { description: 'In whose name this request is made; null: your own' }),
  deputyships: Type.Array(DeputyshipJson, { description: 'By which you can act now: see the header acting-for' }),
});

export const OpenYearBody = Type.Object({
  ministry: Id,
  fiscalYear: Type.Integer({ description: 'Gregorian: ROC 114 is 2025' }),
  from: Type.Optional(Type.String({ description: "Id of last year's filing" })),
  agencies: Type.Optional(
    Type.Record(Type.String(), Id, { description: "Row id of last year's filing → executing agency" }),
  ),
  left: Type.Optional(
    Type.Record(Type.String(), Type.String({ minLength: 1 }), { description: 'Row id → why it does not go on' }),
  ),
  plans: Type.Optional(
    Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 32_000 }), agency: Id }), {
      maxItems: 5_000,
      description: 'Plans that begin in this year; owed where there is no filing to open it from',
    }),
  ),
});

const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
export const YearId = ById;
export const RowId = ById;
export const YearJson = Type.Object({ year: YearRecordJson, rows: Type.Array(RowRecordJson) });
export const YearListJson = Type.Object({ years: Type.Array(YearRecordJson) });
export const RowJson = Type.Object({
  row: RowRecordJson,
  moves: Type.Array(Type.String({ description: 'What you may do now' })),
});

/** The command's own: a page's form is held to the same. */
export const TextsBody = someOf(rowTextFields);

const MoneyJson = Type.Object({
  budget: Twd,
  supplementary: Twd,
  carriedIn: Twd,
  realised: Twd,
  payable: Twd,
  carriedOver: Twd,
  lapsed: Twd,
  prepaid: Twd,
});
export const MoneyBody = Type.Object({
  approvedTotal: Type.Union([Twd, Type.Null()]),
  ownTotal: Type.Union([Twd, Type.Null()]),
  opening: Type.Union([Type.Object({ budgeted: Twd, executed: Twd, document: Name }), Type.Null()]),
  money: Type.Union([MoneyJson, Type.Null()]),
  document: Type.Optional(Name),
});

export const PlanVersionBody = Type.Object({
  documentNumber: Type.String({ minLength: 1, maxLength: 200, description: '文號' }),
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Of the document, Gregorian: 2024-08-09' }),
  total: Twd,
  period: Type.String({ minLength: 1, maxLength: 200, description: 'As printed: 112年1月至115年12月' }),
  reason: Type.Optional(Type.String({ maxLength: 2_000, description: 'Owed by every version but the first' })),
});

export const MoveBody = Type.Object({
  move: Type.Union(['submit', 'withdraw', 'approve', 'return', 'send-back'].map((move) => Type.Literal(move))),
  comments: Type.Optional(
    Type.Array(
      Type.Object({
        field: Type.Union([
          ...['name', 'type', 'period', 'plannedWork', 'execution', 'goals', 'explanation', 'money', 'indicators'].map(
            (field) => Type.Literal(field),
          ),
          Type.Null(),
        ]),
        text: Type.String({ minLength: 1, maxLength: 2_000 }),
      }),
      { maxItems: 50 },
    ),
  ),
});

export const SubmissionBody = Type.Object({
  reason: Type.Optional(Type.String({ maxLength: 2_000 })),
  letter: Type.Optional(LetterJson),
});
export const PublicationBody = Type.Object({
  edition: Type.Optional(Type.Integer({ minimum: 1, description: 'The newest where it is left out' })),
  ground: Type.String({ minLength: 1, maxLength: 2_000, description: 'On what ground it is published' }),
});
export const CorrectionBody = Type.Object({
  rows: Type.Array(Type.String(), { minItems: 1 }),
  reason: Type.String({ minLength: 1, maxLength: 2_000 }),
});

export const ProofJson = Type.Object(
  {
    position: Type.Integer({ description: 'From 1; index + 1 of its `.tlog-proof`' }),
    leaf: Type.String({ description: 'RFC 6962 hash of its leaf, in hexadecimal' }),
    checkpoint: nullable(
      Type.Object({
        size: Type.Integer({ description: 'How many events it is the head of' }),
        signedAt: Type.String({ description: 'ISO 8601, UTC' }),
      }),
      { description: 'The first signed head that holds it; null: none was signed since' },
    ),
    erasedBy: nullable(Type.Integer(), { description: 'The event by which its payload was erased' }),
  },
  { $id: 'EventProof' },
);

const EventJson = Type.Object(
  {
    number: Type.Integer({ description: 'Rises over the whole record' }),
    at: Type.String({ description: 'ISO 8601, UTC: 2026-01-10T02:00:00.000Z' }),
    actor: Type.String({ description: 'Name of the person; both names where a deputy did it: 王小範（代理林大範）' }),
    role: Type.String({ description: 'In which it was done' }),
    actingFor: Type.Optional(ActingForJson),
    reason: nullable(Type.String(), { description: 'Where one was given' }),
    kind: Type.String({
      description:
        'row-opened, row-texts-saved, row-indicators-saved, row-money-recorded, row-plan-versioned or row-moved',
    }),
    subject: Type.String({ description: 'Id of the row' }),
    payload: Type.Any({ description: "The event's own, by its kind: what was before and after" }),
    proof: nullable(ProofJson, { description: 'Where it stands in the log; null before its leaf is made' }),
  },
  { $id: 'Event' },
);
export const HistoryJson = Type.Object({ events: Type.Array(EventJson, { description: 'Oldest first' }) });

export const DraftBody = Type.Object({
  rowVersion: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  body: Type.Record(Type.String(), Text),
});

export const VersionHeader = Type.Object({
  'if-match': Type.String({ pattern: '^"?\\d+"?$', description: 'The version that you were shown' }),
});

export const CheckBody = Type.Object({
  agency: Type.Optional(Name),
  fiscalYear: Type.Optional(Type.Integer({ minimum: 1950, maximum: 2200 })),
  unit: Type.Optional(Type.Union([Type.Literal('千元'), Type.Literal('元')])),
  rows: Type.Array(
    Type.Object({
      name: Field,
      type: Field,
      period: Field,
      approvedTotal: Field,
      budgetedToDate: Field,
      executedToDate: Field,
      plannedWork: Field,
      execution: Field,
      goals: Field,
      explanation: Field,
    }),
    { minItems: 1, maxItems: 20 },
  ),
});
export const CheckedJson = Type.Object({
  findings: Type.Array(
    Type.Object({
      row: Type.Union([Type.Integer(), Type.Null()]),
      field: Type.Union([Type.String(), Type.Null()]),
      finding: FindingJson,
    }),
  ),
  unread: Type.Array(Type.Object({ row: Type.Integer(), field: Type.String() }), {
    description: 'Amounts that could not be read and were not checked',
  }),
  verdicts: Type.Array(Type.String()),
  lookedAt: Type.Object(
    {
      plans: Type.Integer(),
      targets: Type.Integer(),
      judged: Type.Integer({ description: 'Targets that were found met or missed' }),
      figures: Type.Integer({ description: 'All numbers: the sum of coverage' }),
      coverage: Type.Record(oneOf(standings), Type.Integer(), {
        description: 'How many numbers stand how; each is exactly one of them',
      }),
    },
    { description: 'What was read: without it “no findings” says nothing' },
  ),
  notices: Type.Array(
    Type.Object({
      id: Type.String(),
      place: Type.String(),
      message: Type.Object({ 'zh-Hant': Type.String(), en: Type.String() }),
    }),
    { description: 'What of the rows was not looked at, and why' },
  ),
});

export const PersonalDataJson = Type.Object({
  proposals: Type.Array(
    Type.Object({
      row: Type.String({ description: 'Its id' }),
      field: oneOf(rowFields),
      kind: oneOf(['id-number', 'telephone', 'e-mail', 'name']),
      text: Type.String(),
      start: Type.Integer({
        description: 'In UTF-16 code units of the field’s text, full-width signs as plain ones (NFKC)',
      }),
    }),
  ),
});

const PersonJson = Type.Object({
  login: Type.String({ maxLength: 200 }),
  name: Type.String({ maxLength: 400 }),
  roles: Type.String({ maxLength: 400, description: 'Ids, or names in Chinese, parted by 、 or commas' }),
  agency: Type.String({ maxLength: 200, description: 'Id or name' }),
});

export const PeopleBody = Type.Object({
  people: Type.Array(PersonJson, { minItems: 1, maxItems: 500 }),
  invite: Type.Optional(Type.Boolean({ description: 'Left out: the list is checked, and nobody is invited' })),
  lines: Type.Optional(
    Type.Array(Type.Integer({ minimum: 2 }), { maxItems: 500, description: 'Those to invite; left out: all' }),
  ),
});

export const PeopleJson = Type.Object({
  people: Type.Array(
    Type.Object({
      line: Type.Integer({ description: '2: the first person, as in a file with headings' }),
      login: Type.String(),
      name: Type.String(),
      grants: Type.Array(GrantJson),
      faults: Type.Array(Type.Object({ 'zh-Hant': Type.String(), en: Type.String() })),
    }),
  ),
  invited: Type.Array(Type.Object({ id: Type.String(), login: Type.String(), secret: Secret }), {
    description: 'With the secrets of their one-time links: told this once',
  }),
});

export const SecurityQuestion = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only entries with a smaller id' })),
});

export const SecurityLogJson = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Type.Unsafe<Date>({ type: 'string', format: 'date-time' }),
      kind: Type.String(),
      account: nullable(Type.String({ description: 'Id; null: at a login that is nobody’s' })),
      network: nullable(Type.String({ description: 'IPv4 address, or the /64 of an IPv6 address' })),
    }),
  ),
});
