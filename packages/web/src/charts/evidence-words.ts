import { heading, terms } from '@guankao/terms';
import { both } from '../words/words.ts';
import type { EvidenceFact, EvidencePlanFact } from './evidence-facts.ts';

const of = (zh: string, en: string, aboutZh: string, aboutEn: string) => ({
  head: both(zh, en),
  about: both(aboutZh, aboutEn),
});

const sum = (facts: readonly EvidenceFact[], key: 'plans' | 'notAdded' | 'mixed'): number =>
  facts.reduce((total, fact) => total + fact[key], 0);

const ungraded = (facts: readonly EvidenceFact[]): number =>
  facts.filter(({ standing }) => standing === 'not-told').reduce((total, { plans }) => total + plans, 0);

/** What the grades do not know, of both charts. */
const limits = both(
  [
    '沒有「第三方」這一級：公開的版次裡沒有查核意見，也沒有附件；本文說第三方驗證過，仍是機關的話。紀錄能證明時才列。',
    '「文件」只看同一句是否有發文字號，沒有調閱文件；「可重算」只是同列的數字算得出結果，不證明那些數字是真的。',
  ],
  [
    'There is no grade “third party”: published editions hold neither reviewed verdicts nor attached files, and a text that says a third party verified it is still the agency’s word. The grade comes once the record can prove it.',
    '“Document” means that the same sentence gives a document’s number; the document itself was not seen. “Recomputable” means that figures of the row give the result, not that those figures are true.',
  ],
);

const standing = both(
  {
    none: '無結果',
    'own-statement': terms.stated['zh-Hant'],
    document: '文件',
    recomputable: '可重算',
    'no-target': '沒有可衡量目標',
    'not-told': '尚未分級',
  },
  {
    none: 'no result',
    'own-statement': 'own statement',
    document: 'document',
    recomputable: 'recomputable',
    'no-target': 'no measurable target',
    'not-told': 'not graded yet',
  },
);

const formula = both(
  '每個目標的結果由弱到強分四級：無結果；機關自述；文件（同一句有「…字第…號」的發文字號）；可重算（同列其他數字的和、差、平均、乘積、比率、增減，或逐項列出的數目，算得出這個結果；執行率用累計執行數÷已編列預算數）。被不符或應說明指出有誤的數字，至多是機關自述。一個計畫連同子計畫只算一次，算在最弱的一個目標那一級；其他目標較強的計畫另計其數。占比＝該級÷合計，小數兩位。分級依審計準則對查核證據的次序：重新計算與文件，比受查者自己的說法可靠（ISA 500 第 A19、A31 段）；發文字號依行政院文書處理手冊。',
  'Each target’s result has one of four grades, weakest first: no result; own statement; document (the same sentence gives a number 「…字第…號」 of an official document); recomputable (a sum, difference, mean, product, ratio or change of other figures of the row gives it, or a count of what is listed; an execution rate is executed ÷ budgeted to date). A figure that an error or a warning calls wrong is own statement at most. A plan with its sub-plans counts once, at the grade of its weakest target; how many have stronger ones too is told. Share = grade ÷ total, two decimals. The order is that of auditing standards: recalculation and documents are more reliable than what the audited body says (ISA 500, A19 and A31); numbers of documents as in the Executive Yuan’s manual of document handling.',
);

export const evidenceWords = {
  chart: {
    title: both('經費與目標的佐證等級', 'Money and targets by grade of evidence'),
    about: both(
      '目標的結果靠什麼佐證：沒有結果、機關自述、文件、可重算；各占多少經費、多少目標。',
      'What bears out the results: nothing, the agency’s word, a document, other figures; the share of money and of targets at each.',
    ),
    lead: both(
      '上條是已編列預算數，下條是目標項數，各依佐證等級分段。點一段，看是哪些計畫。',
      'The upper bar is money budgeted to date, the lower one the number of targets, each parted by grade of evidence. A part leads to its plans.',
    ),
    formula,
    scope: both(
      '一個年度現行版的執行情形表；金額是各列本身的份額，自計畫開始至該年底，加法與「經費與判定彙總」相同。全期目標今年還沒有結果的，不算。',
      'Current editions of one year; money is each row’s own share, from the plan’s start to that year’s end, added as in “Money and verdicts, rolled up”. Targets of the whole plan that have no result this year are left out.',
    ),
    nothing: both('這個範圍裡沒有計畫。', 'There is no plan in this scope.'),
    missing: both(
      (facts: readonly EvidenceFact[]): readonly string[] => [
        `${sum(facts, 'plans')} 個計畫，其中 ${sum(facts, 'mixed')} 個的目標不只一級，經費算在最弱的一級。${sum(facts, 'notAdded')} 列缺編列數、執行數或單位，金額沒有加進去。`,
        ...(ungraded(facts) === 0
          ? []
          : [`${ungraded(facts)} 個計畫讀入時還沒有分級，單獨成一段；重新讀入後才有等級。`]),
        ...limits['zh-Hant'],
      ],
      (facts: readonly EvidenceFact[]): readonly string[] => [
        `${sum(facts, 'plans')} plans; ${sum(facts, 'mixed')} of them have targets of several grades, and their money stands at the weakest. ${sum(facts, 'notAdded')} rows lack a figure or its unit, and their money is not added.`,
        ...(ungraded(facts) === 0
          ? []
          : [
              `${ungraded(facts)} plans were read before there were grades and stand apart; they get one when they are read again.`,
            ]),
        ...limits.en,
      ],
    ),
  },
  plans: {
    title: both('各計畫的佐證等級', 'Evidence, plan by plan'),
    about: both(
      '每個計畫的目標各有幾項沒有結果、只有機關自述、有文件、可重算。',
      'How many targets of each plan have no result, the agency’s word alone, a document, or figures that give the result.',
    ),
    lead: both(
      '一列是一個計畫，連同它的子計畫；數字是各級的目標項數。最弱的在前，同級依經費由大到小。點計畫名稱看每一個目標。',
      'A row is a plan with its sub-plans, a number how many of its targets have that grade. The weakest come first, among them those with most money. The name of a plan leads to each target.',
    ),
    formula,
    scope: both(
      '一個年度現行版的執行情形表。全期目標今年還沒有結果的，不算。',
      'Current editions of one year. Targets of the whole plan that have no result this year are left out.',
    ),
    nothing: both('這個範圍裡沒有這一級的計畫。', 'There is no plan of this grade in this scope.'),
    missing: both(
      (facts: readonly EvidencePlanFact[]): readonly string[] => [
        `${facts.length} 個計畫，其中 ${facts.filter(({ standing: its }) => its === 'no-target').length} 個沒有讀到可衡量目標。`,
        ...limits['zh-Hant'],
      ],
      (facts: readonly EvidencePlanFact[]): readonly string[] => [
        `${facts.length} plans; in ${facts.filter(({ standing: its }) => its === 'no-target').length} of them no measurable target was read.`,
        ...limits.en,
      ],
    ),
  },
  words: {
    money: both('經費', 'money'),
    targets: both('目標', 'targets'),
    moneyOf: both(
      (name: string, amount: string, share: string): string => `${name} ${amount} 元（${share}）`,
      (name: string, amount: string, share: string): string => `${name}: TWD ${amount} (${share})`,
    ),
    targetsOf: both(
      (name: string, count: string, share: string): string => `${name} ${count} 項（${share}）`,
      (name: string, count: string, share: string): string => `${name}: ${count} (${share})`,
    ),
    noMoney: both('沒有可相加的金額', 'no money that could be added'),
    noTargets: both('沒有可衡量目標', 'no measurable target'),
    all: both('合計', 'all together'),
    comma: both('；', '; '),
  },
  grade: terms.evidenceGrade,
  standing,
  by: both({ together: '合計', ministry: '主管機關' }, { together: 'all together', ministry: 'ministry' }),
  plansBy: both({ all: '全部', ...standing['zh-Hant'] }, { all: 'all', ...standing.en }),
  column: {
    standing: {
      head: heading(terms.evidenceGrade),
      about: both('計畫最弱的一個目標那一級。', 'That of the plan’s weakest target.'),
    },
    ministry: of('主管機關', 'ministry', '合計時留空。', 'Empty of all together.'),
    year: of('年度', 'year', '西元年。', 'Gregorian.'),
    filing: of('執行情形表編號', 'filing', '只有一份時。', 'Where there is only one.'),
    plans: of(
      '計畫',
      'plans',
      '最弱一個目標在這一級的計畫，連同子計畫算一個。',
      'Whose weakest target has this grade; with sub-plans one.',
    ),
    added: of('相加的列', 'rows added', '金額加進去的列。', 'Rows whose money is added.'),
    notAdded: of('沒加的列', 'rows not added', '缺數字或單位的列。', 'Rows that lack a figure or its unit.'),
    budgeted: of(
      '已編列預算數（元）',
      'budgeted to date (TWD)',
      '這些計畫的，各算一次。',
      'Of these plans, each once.',
    ),
    moneyShare: of('經費占比（%）', 'share of money (%)', '占該組合計。', 'Of the group’s total.'),
    targets: of('目標（項）', 'targets', '這一級的目標，不論在哪個計畫。', 'Of this grade, of whichever plan.'),
    targetShare: of('目標占比（%）', 'share of targets (%)', '占該組合計。', 'Of the group’s total.'),
    mixed: of(
      '另有較強目標的計畫',
      'plans with stronger ones',
      '這些計畫裡，目標不只一級的。',
      'Of these plans, those with targets of several grades.',
    ),
    planBudgeted: of(
      '已編列預算數（元）',
      'budgeted to date (TWD)',
      '缺數字或單位的留空。',
      'Empty where a figure or its unit is lacking.',
    ),
    count: both('這一級的目標項數，子計畫的也算。', 'Targets of this grade, those of sub-plans too.'),
  },
} as const;
