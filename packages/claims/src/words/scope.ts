/** The whole plan's target, not this year's. */
export const wholePlan =
  /(全程(?!序)(目標|計畫|績效)|總目標|計畫(總)?目標值?\(|中長程計畫|計畫(執行)?(期程|期間|全期)(內|中)?|全期|整體計畫|計畫結束|計畫期滿|屆期)/;

/** This year's, said outright. */
export const thisYear = /(本年度|當年度|年度目標|年度績效)/;

/** 至116年底, 116年底前, 116年度: up to or in the year that follows in the text. */
export const reachedIn =
  /^(年?底)?(前|止|度|以前|為止)?(累計|累積|預計|將|可|應|目標值?|增加|提升至|實績|實際值?|僅|之|的|為|是|達|完成|：|建置)*$/;

/** 115年底前完成社會住宅2,000戶: a later deadline, whatever stands between it and the figure. */
export const deadlineAfter = /^(年?底|年度)?(前|以前|止|為止|時|累計|累積|達|可達|目標|完成|建置|預計|將|應|需)/;
