/** How often a period comes in a year. Days, shifts and the like have no number: weekends and leave are not said. */
export const periods: Readonly<Record<string, number>> = {
  半年: 2,
  學期: 2,
  季: 4,
  雙月: 6,
  月: 12,
  旬: 36,
  週: 52,
  周: 52,
  星期: 52,
  年: 1,
};

const period = '半年|學期|雙月|季|月|旬|週|周|星期|日|天|年';

/** 每月, 按季, 每半年至少, 各季均, up to the figure. */
export const eachPeriod = new RegExp(
  `(?:(?:每|按|逐)(?:一|個)?|各(?=(?:${period})(?:均|皆|都)))(${period})(?:度)?[^，；。：]{0,14}$`,
);

/** 月均, 平均每週. */
export const periodAverage = /(日|週|周|月|季|年)均[^，；。：]{0,14}$/;

/** 每縣市, 每場平均, 每處庫房: up to the figure. 每萬人口 belongs to the name of a rate. */
export const eachPlace = /每(?![萬千百十]|次?平均)(?:一|個)?[^，、；。]{0,12}$/;

/** 每日用水量280公升, 每戶停電時間: the each belongs to the measure's name. */
export const namesAMeasure =
  /(?:率|比例|比重|(?:[^數])量|值|時間|時數|天數|日數|費用?|額|濃度|強度|密度|醫師數|床數|分數|人口[^，；。]*)(?:達|為|約|維持在?|控制在?|：|至少|不低於|不超過|：|平均)*$/;

/** 北區、南區各, 三校各: 各 with at most 16 characters up to the figure. What goes before it are the places. */
export const eachOfListed = /^各(?![項類級界種式樣機相該別月季年週期])[^，；。：]{0,16}$/;
export const listSigns = /[、及與和]/;

/** 各區服務中心, 各縣市, where they open the clause: each of the places that follow. 補助各縣市20案 is for all of them. */
export const eachOfPlaces =
  /(?:^|[於在])各(?:個|該)?(?:分?區|縣市|直轄市|鄉鎮|學?校|處|站|服務中心|中心|據點|館|院|所|分署|分局|部落|社區|村|里|港|廠|園|場域|場館)[^，；。：]{0,16}$/;
