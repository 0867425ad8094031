import { rowFields, type Message, type RowField, type Withheld } from '@guankao/domain';
import { Type, type TOptional } from '@sinclair/typebox';
import { nullable, oneOf, type Of } from '../../schema.ts';

/** 公開 · 限閱 · 不公開. What nothing was decided of is shown once its form is published. */
export const disclosureLevels = {
  open: { 'zh-Hant': '公開', en: 'shown' },
  restricted: { 'zh-Hant': '限制公開（限閱）', en: 'shown on request only' },
  closed: { 'zh-Hant': '不予公開', en: 'not shown' },
} as const satisfies Readonly<Record<string, Message>>;
export type DisclosureLevel = keyof typeof disclosureLevels;

/** The grounds on which government information is restricted or not given: 政府資訊公開法 art. 18 par. 1, by subparagraph. */
export const disclosureGrounds = {
  '18-1-1': { 'zh-Hant': '國家機密，或法律、法規命令規定應秘密、限制或禁止公開', en: 'secret, or restricted by law' },
  '18-1-2': {
    'zh-Hant': '有礙犯罪偵查、追訴、執行或公正裁判，或危害生命、身體、自由、財產',
    en: 'would hinder criminal proceedings or endanger persons or property',
  },
  '18-1-3': { 'zh-Hant': '作成意思決定前之擬稿或準備作業', en: 'drafts before a decision is made' },
  '18-1-4': {
    'zh-Hant': '監督、管理、檢（調）查、取締之資料，公開將妨害實施目的',
    en: 'inspection or investigation whose purpose would be hindered',
  },
  '18-1-5': { 'zh-Hant': '考試、檢定或鑑定資料，公開將影響其公正效率', en: 'examinations and appraisals' },
  '18-1-6': {
    'zh-Hant': '侵害個人隱私、職業上秘密或著作權人之公開發表權',
    en: 'privacy, professional secrets, copyright',
  },
  '18-1-7': { 'zh-Hant': '營業上秘密或經營事業有關之資訊', en: 'trade secrets' },
  '18-1-8': { 'zh-Hant': '為保存文化資產必須特別管理', en: 'cultural heritage that would be lost' },
  '18-1-9': { 'zh-Hant': '公營事業經營之資料，公開將妨害其正當利益', en: 'business of public enterprises' },
} as const satisfies Readonly<Record<string, Message>>;
export type DisclosureGround = keyof typeof disclosureGrounds;
export const groundIds = Object.keys(disclosureGrounds) as readonly DisclosureGround[];

/** 政府資訊公開法第18條第1項第6款 */
export function groundCited(ground: DisclosureGround): string {
  const [article, paragraph, subparagraph] = ground.split('-');
  return `政府資訊公開法第${article}條第${paragraph}項第${subparagraph}款`;
}

const DecisionJson = Type.Object({
  level: oneOf(Object.keys(disclosureLevels) as DisclosureLevel[]),
  ground: nullable(oneOf(groundIds), {
    description: '政府資訊公開法, article-paragraph-subparagraph; null where shown',
  }),
});

export const DisclosureJson = Type.Object(
  Object.fromEntries(rowFields.map((field) => [field, Type.Optional(DecisionJson)])) as Record<
    RowField,
    TOptional<typeof DecisionJson>
  >,
  { description: 'By field: what was decided of showing it. What stands nowhere is shown once its form is published.' },
);
export type Disclosure = Of<typeof DisclosureJson>;

/** What is printed in place of each field that is not shown. */
export function withheldOf(disclosure: Disclosure): Withheld {
  const entries = rowFields.flatMap((field) => {
    const decided = disclosure[field];
    return decided === undefined || decided.level === 'open' || decided.ground === null
      ? []
      : [[field, printedInstead(decided.level, decided.ground)] as const];
  });
  return Object.fromEntries(entries);
}

function printedInstead(level: Exclude<DisclosureLevel, 'open'>, ground: DisclosureGround): string {
  return `依${groundCited(ground)}${level === 'restricted' ? '限制公開' : '不予公開'}`;
}
