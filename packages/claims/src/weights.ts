/**
 * The numbers that decide, in one place. They were set by hand on the rows of `../cases` and on the labelled half of one real
 * filing (../shared/contract/gold), so that both come out wholly right, and left as they were by rows written without sight of
 * the code. Whoever changes one runs both, and the replay (bench/replay).
 * Likeness of words and shares of them go from 0 to 1; what is added to a likeness is on the same scale.
 */

/** How well one measure word answers another. */
export const fits = {
  same: 1,
  /** 公里 and 公尺, % and 百分點, 筆 and 筆土地: the same measure, written otherwise. Below this it is another one. */
  sameMeasure: 0.9,
  /** 人次 asked, 人 answered. */
  family: 0.7,
  /** A number without a measure word: 抽驗件數共2,135. */
  none: 0.6,
} as const;

/** How like a result's words are to a target's. */
export const likenessOfWords = {
  /** The parts of a likeness: their own phrases against each other, the target's words in the result's sentence, the result's in the target's item. */
  own: 0.5,
  covered: 0.3,
  back: 0.2,
  /** Words of the whole item count less than those of the sentence. */
  ofItem: 0.8,
  /** A phrase that says nothing is as like one target as the other. */
  neutral: 0.3,
  backOfBare: 0.5,
  bareAndUncovered: 0.1,
  /** A verb of delivery (建置, 輔導) beside 1 of any other word. */
  deliveryVerb: 0.3,
  /** The candidate has most of the words of the target. */
  namedFully: 0.75,
  /** It has this share of them where a part was asked for (其中金牌25面), and its name. */
  namedAmong: 0.4,
  /** Another of a list is about as like. */
  asLike: 0.8,
  /** Shared words, by weight, that tell one thing from another. */
  oneWord: 1,
} as const;

/** What a pair of target and result must come to. */
export const pairs = {
  /** Least likeness by words for a pair that its place does not speak for. */
  enough: 0.2,
  /** From here on the words alone leave little doubt. */
  surely: 0.5,
  /** Another measure word needs more. */
  enoughForAnotherUnit: 0.3,
  /** A place that speaks for itself: the same item number and no other figure of the unit, or the target's own line. */
  tellingPlace: 0.1,
  /** What a fitting measure word adds. */
  unit: 0.15,
} as const;

/** What the place of a result adds. It only decides between equals, or where the numbering answers a bare figure. */
export const places = {
  /** Behind the target in its own item. */
  behindTarget: 0.3,
  onlyOfItsNumber: 0.1,
  sameNumber: 0.05,
  sameRank: 0.04,
  sameLine: 0.03,
} as const;

/** What else speaks for a result, or against it. */
export const signs = {
  /** Results told where results belong come before those told in passing. */
  explanation: 0.08,
  goals: 0.08,
  execution: 0.02,
  /** 合計: a whole before its parts. */
  total: 0.2,
  /** 另清理, (…): told beside the matter. */
  aside: -0.15,
  /** 每月1次 where the whole is asked. */
  each: -0.3,
  /** 12月份. */
  partOfYear: -0.3,
  /** A part that has words of the target which the whole lacks. */
  betterNamedPart: 0.3,
  /** 應汰換30輛，已汰換29輛, where 30 is asked. */
  outOfTheTarget: 0.3,
  /** Its line repeats this target before it, or another one. */
  besideTarget: 0.5,
  besideAnother: -0.5,
  /** The rate of attainment beside it is this result over this target. */
  confirmed: 0.5,
  confirmedByTarget: 0.3,
  /** 累計75%，達成 under the target's own number: the only figure of its kind there, and called reached. */
  toldAsReached: 0.3,
  /** 180站；69萬輛 under 新設180站；服務車數65萬輛: its part of the explanation begins with it. */
  toldInItsPart: 0.8,
  /** 累計 asked. */
  toDate: 0.1,
  yearForToDate: -0.3,
  toDateForYear: -0.15,
  /** 新增 asked, 現有 told; a step told where a level is asked. */
  stockForStep: -0.35,
  stepForLevel: -0.15,
} as const;

/** Percent: how far a rate may be from the one that its figures make. */
export const rates = { attainment: 0.1, share: 0.05, columns: 0.5 } as const;

/** Two figures in two columns are about one thing from this likeness on, or from this much below the first one's. */
export const rivals = {
  sameThing: 0.6,
  below: 0.4,
  /** The same digits a power of ten apart need less: they are one figure, written wrongly once. */
  shifted: 0.3,
} as const;

/** Shares of a target's words, by weight, that a sentence or clause must have. */
export const statements = {
  about: 0.34,
  /** It carries the target's own item number. */
  aboutByNumber: 0.1,
  /** No other target has more of them. */
  aboutBeforeOthers: 0.2,
  /** Its figures are put together for it (a sum, a share, a distance). */
  aboutByFigures: 0.5,
  /** What it counts that a statement names the promised end: 決標 for 發包. */
  sameEnd: 0.1,
  /** As near as the nearest. */
  close: 0.7,
  /** Less, and a clause that does not call the work done leaves it open. */
  firmly: 0.34,
  /** How much more of them what is open must have than what is done. */
  clearlyNearer: 0.2,
  /** Between two clauses about as near, the one that calls it done is the answer. */
  done: 0.15,
} as const;

/** A goal of the planned work is about a goal that has this share of its words, or that it has this share of. */
export const plannedWork = { goalInPlan: 0.4, planInGoal: 0.5 } as const;

/**
 * In percent. 提升透水係數92%以上 asks for a level all the same: nobody asks for a rise of more than this in a year without
 * saying from where.
 */
export const smallChange = 30;
