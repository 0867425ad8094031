import { Type } from '@sinclair/typebox';
import { rowFields } from '@guankao/domain';
import { CitedJson, IndicatorRecordJson, nullable, oneOf, Twd } from '@guankao/workflow';

/** What answers hold beside the records themselves, whose schemas are the workflow's. */

/** Stated, computed and reviewed stand side by side. */
export const JudgedIndicatorJson = Type.Object(
  {
    ...IndicatorRecordJson.properties,
    computed: nullable(oneOf(['met', 'missed']), {
      description: 'Result against the newest target, unrounded; null where it cannot be told',
    }),
    computedFirst: nullable(oneOf(['met', 'missed']), { description: 'The same against the first promise' }),
  },
  { $id: 'JudgedIndicator' },
);

const MessageJson = Type.Object({ 'zh-Hant': Type.String(), en: Type.String() });

const figure = (description: string) =>
  Type.Unsafe<number | string | null>({ type: ['null', 'number', 'string'], description });

export const FindingJson = Type.Object(
  {
    rule: Type.String({ description: 'Its page is at /rules/{rule}' }),
    category: oneOf(['arithmetic', 'target', 'contradiction', 'period', 'money', 'text', 'layout', 'plausibility']),
    severity: oneOf(['error', 'warning', 'question'], {
      description: 'error: it refutes itself; warning: a reason is owed; question: a person should look',
    }),
    plan: nullable(Type.String(), { description: 'Id of the row; null: about the whole document' }),
    field: nullable(oneOf(rowFields), {
      description:
        'The field of that row in which its first evidence stands; null: about the whole document, or in none',
    }),
    message: MessageJson,
    evidence: Type.Array(CitedJson, { description: 'The words themselves, at least one passage' }),
    stated: figure('What the filing says'),
    computed: figure('What comes out'),
    expression: nullable(Type.String(), { description: '69423/193020' }),
    authority: nullable(Type.String(), { description: 'The rule of law or of arithmetic that it rests on' }),
    doubt: Type.Optional(
      oneOf(['transcription'], { description: 'May come from the conversion: check the printed page' }),
    ),
    proof: Type.Optional(
      Type.Object(
        {
          premises: Type.Array(Type.Object({ is: Type.String() }, { additionalProperties: true })),
          readings: Type.Array(Type.Object({ as: Type.String() }, { additionalProperties: true })),
        },
        { description: 'What it rests on, to be worked out again (verify/README.md). Every error has one' },
      ),
    ),
    unearned: Type.Optional(
      Type.Literal(true, { description: 'By its rule an error, told as a warning until the rule has been proven' }),
    ),
    judgement: Type.Optional(
      oneOf(['wording', 'absence', 'likeness', 'print', 'threshold', 'plausibility'], {
        description: 'Where it has no proof: what kind of judgement it is',
      }),
    ),
  },
  { $id: 'Finding' },
);

export const CheckJson = Type.Object(
  {
    id: oneOf(
      ['accounts', 'identity', 'last-year-budgeted', 'last-year-executed', 'executed-over-budgeted', 'unit-slip'],
      { description: 'What is held against what' },
    ),
    agrees: Type.Boolean(),
    here: nullable(Twd, { description: 'TWD, the row’s figure' }),
    there: nullable(Twd, { description: 'TWD, the figure that it is held against' }),
  },
  { $id: 'Check' },
);
