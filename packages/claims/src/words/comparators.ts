/** 降至, 縮短為, 控制在 before the figure: it is not to be passed. 降低…達5% asks for an amount of reduction instead. */
export const ceilingBefore: readonly RegExp[] = [
  // 短延時強降雨預報得分提升至: neither does the rain make it less, nor the score.
  /(降(?![雨水落溫])|減|縮|壓|抑)(低|少|短|減|小)?[^，；。#]{0,24}?(?<!提升|提高|增加|成長|上升|擴增|擴充)(至|為|到)(約|僅)?$/,
  /(控制|維持|抑制|壓低|限縮)[^，；。#]{0,12}?(在|於|至|為)(約)?$/,
  /(不超過|不逾|不高於|不大於|不得超過|不得逾|不得高於|至多|最多|上限)(為|：)?$/,
  /[≦≤<]=?$/,
];
/** Of those the ones that bound a change too: 減幅控制在5%. */
export const ceilingOfAChange =
  /(?:(?:控制|維持|抑制|壓低|限縮)[^，；。#]{0,12}?(?:在|於)|不超過|不逾|不高於|不大於|不得超過|不得逾|不得高於|至多|最多|上限(?:為|：)?|[≦≤<]=?)$/;
export const ceilingAfter = /^(以內|以下|之內|內(?=完成|辦|回|處|結|抵|到|$)|為上限|為限)/;

/** 未滿, 低於: the bound itself does not count. */
export const strictCeilingBefore = /(未滿|低於|少於|小於|<)$/;
export const notStrict = /(不|未|不得|不可)(低於|少於|小於)$/;

/** 逾, 超過 as a demand: more than the figure, and the figure itself is not enough. */
export const strictFloorBefore = /(逾|超過|突破|高於|大於|多於|>)$/;
export const floorBefore = /(至少|不低於|不少於|不得低於|不得少於|最少|≧|≥|達|達成)(為|：)?$/;

/** A set that is named one by one and closed with its number: 甲、乙及丙等3案. */
export const namedSetBefore = /等$/;

/**
 * Measures of which less is better where no word says so: waiting, breaking down, dying, leaking, leaving.
 * Longer words first where a shorter one means the contrary (服務時間 is wished for).
 */
export const lessIsBetter: readonly RegExp[] = [
  /(修復|修護|維修|搶修|等候|等待|候診|處理|審查|審核|申辦|辦理|核發|核定|回應|反應|回覆|到達|抵達|到場|出勤|通關|結案|停電|中斷|延誤|延遲|旅行|行車|作業|復原|給付|撥款|住院)(總?時間|總?時數|日數|天數|工時|時程|期間)/,
  /(平均)(修復|等候|處理|審查|申辦|辦理|停電|中斷)/,
  /(?<![未無零免防])(故障|事故|肇事|死亡|傷亡|受傷|失聯|失能|發生|感染|罹病|盛行|漏水|流失|損耗|損失|誤報|誤判|錯誤|不良|不合格|違規|違法|逾期|退件|退回|離職|流動|流廢標|中輟|輟學|失業|缺額|空置|空屋|閒置|投訴|申訴|再犯|污染|超標|中斷|停電|延誤|誤差|缺失|吸菸|抽菸|近視|齲齒|自殺|貧窮|拒絕|壅塞|未就業|未接聽|遺失|塞車)(發生)?(率|件數|次數|人數|比率|比例|指數|案件數|起數)/,
  /(排放|用水|用電|耗能|耗電|用紙|廢棄物產生|垃圾產生|溫室氣體排放)(量|度數|強度)/,
  /(死亡|傷亡|受傷|失蹤|失聯|逃逸)人數/,
];

/** …減少率, 降低比率, 改善率: of a reduction, more is better. */
export const reductionIsWished =
  /(降低|減少|縮短|改善|下降|減|節省|節約|削減|減量|減碳)(率|比率|比例|幅度?|量|達|百分比)|(查獲|破獲|取締|查緝|偵破|結案率|改善率|處理率|處理件數|審查件數|檢出)/;
