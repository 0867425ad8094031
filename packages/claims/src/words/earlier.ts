/** Right before or behind a count: how far the things are that it counts, which is not yet what was asked. */
export const earlierBefore =
  /(發包|決標|招標|簽約|核定|申請|投稿|投件|提報|研擬|徵求|受理|報名|規劃|設計|勘查|動工|開工|送審|提出|送件)(?:專利|計畫|補助|論文|稿件|案件?|共|計|達|合計|已|：)*$/;
export const earlierBehind =
  /^[^，；。、0-9]{0,12}?(草案|初稿|初步規劃|(?:已|業|均|皆)?(?:完成)?(?:發包|決標|招標|簽約|送審|開工|動工)$)/;

/** Right before or behind a figure: what an effort is to come to. A result that only counts the effort (輔導30家) does not say so. */
export const outcomes: readonly RegExp[] = [
  /取得|獲[得證頒核]|獲發|通過|領有|領取|發給|證照|認證|驗證/,
  /就業|媒合成功|上工|僱用|錄用/,
  /及格|合格/,
  /發表|刊登|出版|上架|刊載/,
  /授權|技轉|移轉|商品化|量產/,
];

/** 長者及身障者共: two kinds of thing counted together. */
export const countedTogether =
  /[^，；。、及與暨]{2,}(?:及|與|暨)([^，；。、及與暨]{2,8}?)(?:人數|總數)?(?:合計|共計|總計|共)$/;

/** Years before this one are counted too. */
export const severalYears =
  /(?:自1[01][0-9]年度?起|[兩二三四五]年(?:來|間)?|歷年|迄今|1[01][0-9]年?[至-]1[01][0-9]年度?)[^，；。]{0,8}(?:累[計積]|合計|共計|共|計)/;

/** New ones are asked for, and not the old ones made good. */
export const newWork = /新設|新建|增設|增建|興建/;
export const anyNewWork = /新設|新建|新增|增設|增建|興建|設置|建置|完成/;
export const repairs = /整修|修繕|維護|翻修|整建|汰換|修復/;

/** 實際報到: what was counted before did not all come. */
export const inTheEnd = /實際|僅|實收|實到|報到/;
