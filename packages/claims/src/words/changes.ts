const amount = '(?:了|約|達|計|逾|近|不?超過|不逾|不高於|至少|不低於|不少於|率|幅度?|比率|比例|百分比|數|為|：)*';

/** Right before a figure: it is how much came on top. 提升至 tells where it got to. */
export const riseBefore = new RegExp(
  `(?:提升|提高|增加|成長|增長|上升|攀升|進步|擴增|擴大|年增|新增|增)(?!至|到|為)${amount}(?<!增為|加為|升為)$`,
);

/** Right before a figure: it is how much went. */
export const dropBefore = new RegExp(
  `(?:降低|減少|下降|縮短|縮減|減輕|節省|節約|調降|削減|減|降)(?!至|到|為)${amount}(?<!降為|減為|短為)$`,
);

/** 增加停車格300格, 減少農藥使用量3%: the thing stands between. */
export const riseOf = /(?:增加|提升|提高|擴增|新增)(?!至|到|為)[^，；。：#至到為達]{1,12}$/;
export const dropOf = /(?:減少|降低|縮短|節省|削減)(?!至|到|為)[^，；。：#至到為達]{1,12}$/;

/** 較上年度, 相較於基準年: from where the change is counted. */
export const comparedWith = /較|相比|比(?=#|去|上|前|基|[0-9])|相對於/;

/** The measure stands before the verb: 接管戶數增加, 失業率降低, 平均審查天數縮短. */
export const measureBeforeVerb = /(?:數|率|量|值|額|時間|時數|天數|日數|人次|面積|比例|比重|度|次)(?:[^，；。#]{0,4})$/;

/** Of a figure that tells how many there are: 達1,500格, 增加至1,500格. */
export const levelBefore = /(至|增為|達|共有|現有|計有|總數)[^，；。]{0,2}$/;
/** What was done in the year, whatever word stands before its figure: 設置據點達13處. */
export const doneInTheYear =
  /新增|新設|增設|新建|設置|建置|完成|輔導|辦理|推動|成立|開設|布建|興建|購置|裝設|招募|培訓|增加(?!至|到|為)/;
