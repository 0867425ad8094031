/**
 * The words of which a statement about the whole row is made. A clause that is made of nothing else, with one of `reached` and
 * a noun of `asked`, says that what was asked was reached: 各分項實績皆達所訂目標, 績效目標悉數達成. All normalised.
 */

/** Who, and when: they narrow nothing. */
const about = [
  '本計畫',
  '本案',
  '本項',
  '本部',
  '本局',
  '本府',
  '本署',
  '本所',
  '本會',
  '年度',
  '本年度',
  '全年度',
  '當年度',
  '全年',
  '本年',
  '截至年底',
];

/** All of it. */
const wholes = [
  '各項',
  '各分項',
  '各子項',
  '各',
  '所有',
  '所列',
  '全部',
  '全體',
  '整體',
  '全數',
  '悉數',
  '皆',
  '均',
  '都',
  '一律',
  '無一例外',
];

/** What was asked. */
const asked = [
  '績效目標',
  '目標值',
  '目標',
  '績效指標',
  '關鍵績效指標',
  '指標',
  '績效',
  '實績',
  '成果',
  '衡量基準',
  'kpi',
  '里程碑',
  '查核點',
];

/** What was planned to be done. */
const planned = ['工作項目', '工作', '項目', '計畫', '預定進度', '進度', '任務', '作業'];

/** How, and other words that take nothing back. */
const manner = [
  '已',
  '業',
  '業已',
  '業經',
  '也',
  '亦',
  '並',
  '且',
  '如期',
  '如質',
  '如數',
  '依限',
  '依期',
  '順利',
  '圓滿',
  '完全',
  '完整',
  '確實',
  '超額',
  '提前',
  '依預定進度',
  '依計畫期程',
  '依計畫',
  '依期程',
  '按期',
  '按計畫',
  '執行',
  '辦理',
  '超前',
  '之',
  '的',
  '了',
  '原',
  '原定',
  '原訂',
  '所訂',
  '所定',
  '訂定',
  '設定',
  '預定',
  '預期',
  '既定',
  '施政',
  '要求',
  '水準',
  '標準',
  '值',
  '為100%',
  '達100%',
  '100%',
  '率',
];

/** That it was reached. */
const reached = [
  '達成',
  '達標',
  '達到',
  '達',
  '完成',
  '完竣',
  '完畢',
  '符合',
  '超越',
  '超過',
  '超出',
  '優於',
  '高於',
  '實現',
  '合於',
];

/** Longest first: 績效目標 before 績效. */
export const verdictWords: readonly string[] = [
  ...about,
  ...wholes,
  ...asked,
  ...planned,
  ...manner,
  ...reached,
].toSorted((a, b) => b.length - a.length);

export const reachedWords: ReadonlySet<string> = new Set(reached);
export const askedWords: ReadonlySet<string> = new Set(asked);
export const plannedWords: ReadonlySet<string> = new Set(planned);
/** They say that it is the year's targets, or all of them. */
export const wholeWords: ReadonlySet<string> = new Set([...wholes, '年度', '本年度', '全年度', '當年度', '績效目標']);
/** Reached in the way and at the time that was planned. */
export const inTimeWords: ReadonlySet<string> = new Set([
  '如期',
  '如質',
  '依限',
  '依預定進度',
  '依計畫期程',
  '依計畫',
  '依期程',
  '按期',
  '按計畫',
  '全數',
  '悉數',
  '如數',
]);

/** 指標無一未達成. */
export const noneMissed = /無(一|任何)[^，；。]{0,6}未(能)?(達成|達標|達)/;

/** Takes something out of the statement. */
export const restricts = /除[^，]*外|部分(?!別)|惟|僅|尚|仍|多數|大部分|大致|大多/;

/** 未達成, and 未達 with what was not reached: both are said in so many words. 未達成原因：無 says nothing. */
export const notAchievedSaid =
  /未(能)?達成|未(能)?達(到)?(目標|績效|年度|預期|預定|原定|原訂|標準|成效|進度|門檻|標|[0-9])/g;
export const notAchievedDenied = /^(之)?(原因|說明|情形|項目|部分)?(說明)?：?(無|不適用|-|n\/a)|^者/;
export const notBefore = /(無|無一|無任何(指標|項目|目標)?|並無|沒有|如|若|倘|避免|已達成或|達成或)$/;
