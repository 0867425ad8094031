/** The year before, and years before it, where no date says so: 去年, 上年度, 前一年度, 上年同期. */
export const earlierYears =
  /(?<![以較超])(上一?年度?(?=[^底半])|去年度?|前一?年度?(?!期)|上年同期|去年同期|往年|歷年(?=平均)|前[0-9一二三四五]年(?=平均|度平均))/g;

/** Parts of a year, and the whole of this one, without a date: 第3季, 上半年, 年底, 全年. */
export const partsOfTheYear =
  /第[1-4一二三四]季|[上下]半年度?|(?<![0-9每])年中|年初|(?<![0-9全多期])年[底終]|全年度?|(?:本|今|當)年度?/g;

/** Behind a time in a target: it is the last moment. */
export const dueBehind = /^(底|末|中旬|下旬)?(前|以前|之前|止|為止|內|以內)/;

/** A time that begins something, or that only tells of what was: 自7月起, 較6月. */
export const noDueBefore = /(自|從|較|比|原訂|原定|依|按|依據)(本年度?|於)?$/;
export const noDueBehind = /^(底|末)?(起|開始|核定|發布|公告|修正)/;

/** In front of a time in a result: not when the work was done. */
export const notOfTheAct = /(自|從|較|比|依|按|依據|由)$/;

/** 原訂6月, 預定: when it was meant. */
export const onlyMeant = /(原[訂定]|原預[定計]|原規劃|原擬|預定|預計|應於?|須於?|契約期限|履約期限|目標)(於|在)?$/;

/** Up to which is counted: it tells when it was looked at, not when it was done. */
export const toDateBefore = /(截至|截止|迄至|迄|統計至|累計至|(?<![延遲改順直展甚移])至)$/;
export const toDateBehind = /^(底|末)?(止|為止)/;

/** In front of a time: what follows is not of that time. */
export const namesAnotherThing = /(自|從|依|按|依據|配合|承接|延續|賡續|辦理)$/;
/** Behind it: it runs on from then, or the time belongs to a plan, a contract, a name; or a change from then is told. */
export const runsOn =
  /^(年?度?)?(底|以)?(起|以來|迄今|至今|核定|計畫|發布|修正|版|動工|開工|編列|保留|預算|委託|簽約|採購案|之?基準)|(增加|成長|提升|提高|減少|降低|下降|縮短|增|減|高出?|低|多|少)(了|約|達|計|逾|至少|幅度?|：)*$/;

/** A clause with it tells what was or is to be, and no act. */
export const meantFor = /預計|預定|預期|原[訂定]|原預|原規劃|將於|可於|展延至|延至|順延至|期限|應於|須於|俟/;
