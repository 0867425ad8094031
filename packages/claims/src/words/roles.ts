/**
 * What the words before a figure say it is. Each is matched against the clause up to the figure,
 * or up to it from the figure before. All texts are normalised.
 */

/** 由41日縮短為34日, 原值80%, 112年實績: where things stood before. */
export const baselineBefore: readonly RegExp[] = [
  /(原值|原為|原有|原本|(?<![種高平草])原(?![型住物民料油生廠鄉])|基準值?|基期值?|基線值?|現況值?|初始值|去年|上年度?|前一?年度?|上年度?(實績|實際值?))(為|是|計|約|達|：)?[^，、]{0,2}$/,
  /(年度?|期)(實績|實際值?|執行值|基準值?)(為|是|約|達|：)?$/,
];

/** 由…提升至: the figure after 由 is the start, if the way up or down follows. */
export const startOfChange = /(由|從|自)(原本|原先|原有|原|現況|目前|上?#年?度?之?的?|平均|約)*[^，、#]{0,10}$/;
export const changeFollows =
  /^[^，；。]{0,12}?(提升|提高|增加|成長|擴增|擴大|擴充|延長|延伸|放寬|攀升|上升|降低|下降|減少|減|降|壓低|壓縮|縮短|縮減|改善|進步|調升|調降|調整|增(?=至|為|到)|升(?=至|為|到))[^，；。]{0,6}?(至|為|到)/;

/** 較112年(184件)減少一成, 較上年度8.5%下降1個百分點: what the change is counted from. */
export const comparedBase = /(較|比(?![率例重照較賽對])|相較於?|相對於)[^，、；。：]{0,16}$/;
export const changeOfIt =
  /^\)?(之|的)?(基準|水準|數)?(再|約|至少|應)?((提升|提高|增加|成長|上升|增|降低|下降|減少|縮短|縮減|減)[^，；。：]{0,6}#|(降低|下降|減少|縮短|縮減)$)/;

/** 目標值85%, 預定80%: in a result it repeats the target. */
export const targetBefore =
  /(目標值?|目標數|預定值?|預定進度|預期值?|應達|應完成|原訂|原定|原預計|門檻值?)(之|的)?(為|是|計|達|約|數|：)*$/;

/**
 * In a result: how many there were to be, where how many there were stands after it in its sentence.
 * 應汰換30輛，已汰換29輛; 預定辦理50場，實際辦理52場.
 */
export const owedBefore =
  /((?<![供因反回響對相適順呼感照效])應(?![用變付收對邀徵試考急援])|須|需(?!求)|原定|原訂|原預定|原預計|預定|預計|預估|目標|契約|合約)[^，；。：#]{0,12}$/;
/** 原訂10月31日前完成東部9座: what was to be done by a day, whatever is told of it then. */
export const owedByADay =
  /(?:原定|原訂|原預定|原預計|原規劃|本應|應)於?#(?:[年月]?[底末]|中旬|下旬)?(?:前|以前|之前)[^，；。：#]{0,12}$/;
/** The same of words that may be the result themselves, where that is asked: 核定補助40案. */
export const grantedBefore = /(核定|計畫|規劃|擬|許可|登記)[^，；。：#]{0,12}$/;
/** 24公里中已修繕22.5公里: what follows is done out of what goes before. */
export const doneOutOf =
  /^[^，；。、#]{0,8}(中|之中|當中)(?![心央程長途])[^，；。、#]{0,6}(已|業|實際|僅|完成|有)[^，；。、#]{0,10}$/;
/** 15套測速設備已更新14套: the same where the clause opens with what was owed. */
export const doneOf = /^[^，；。、#]{0,12}(已|業|實際|僅|完成)[^，；。、#]{0,10}$/;
/** In front of a figure: it is what was done. */
export const doneBefore = /(已|業|實際|僅|只|完成|辦竣|審結|交付|交貨|交車|執行|達|共|實|迄|計)[^，；。#]{0,10}$/;
/** Behind a figure. */
export const doneBehind = /^[^，；。#]{0,8}(完成|辦竣|完竣|結案|核銷|撥付|交付|啟用|通過)/;

/** 達成率102.6%: the result over the target, not the result. */
export const attainmentBefore =
  /(達成率|達成度|達標率|達成比率|目標達成比例|達成百分比)(為|是|達|約|計|：|已|均|高達)*$/;

/** 較目標值增加11%, 超出3場: how far from something, not how much. */
export const differenceBefore: readonly RegExp[] = [
  /(較|比|相較|相較於)[^，；。]{1,16}?(增加|成長|提升|提高|增|減少|降低|下降|減|高出|高|低|多|少|超出|超過|縮短|進步|落後|超前)(了|約|達|計|幅度?)*$/,
  /(超前|超出目標|超過目標|高出|落後|差距|相差|短少|不足目標)(了|約|達|計|目標)*$/,
];

/** 平均1場70人次: the one that the next is for. */
export const averageBefore = /平均$/;

/** 實際值96處, beside its 目標值95處: the result, said outright. */
export const actualBefore =
  /(實際值|實際達成值?|實際完成值?|實際執行值?|實際|達成值|實績值?|執行結果|達成情形|辦理結果)(為|是|計|達|已達|約|數|：)*$/;

/** 3日內回復率95%: the time belongs to the rate's name. */
export const namesARate = /^(以內|之內|內)?[\p{Script=Han}]{0,10}(率|比例|比率|占比|百分比)/u;

/** (實際件數/計畫件數)×100%: a formula. */
export const formulaBefore = /[×╳✕*x]\s*$/;

/** 權重40%: what the indicator weighs, not what it asks. */
export const weightBefore = /(權重|配分|占分|比重)(為|：)?$/;

/** 落實12項行動方案, 依3大主軸: how a policy is laid out, not what is asked. */
export const layoutAfter = /^(大)?(行動|措施|策略|主軸|面向|構面|指標|重點|政策|原則|子計畫|工作項目|推動|核心|領域)/;
export const layoutUnits: ReadonlySet<string> = new Set([
  '項',
  '個',
  '大',
  '類',
  '大類',
  '面向',
  '主題',
  '子計畫',
  '領域',
]);

/** 30日內死亡人數降至2,800人: the time belongs to the measure's name, where its figure follows. */
export const withinTime = /^(以內|之內|內)?[\p{Script=Han}]/u;

/** 含…2,140筆, 其中…: a part of what was just counted. */
export const partBefore = /(其中|不含|未含|包含|包括|內含|含)[^，；。]*$/;

/** 為期30日, 歷時2年: how long it takes, not what is asked. */
export const spanBefore = /(為期|歷時|長達|連續|最近|近|未來|每隔|(?<!故障|平均)間隔)$/;

/** 前三年平均值: which years, not how many are asked. */
export const yearsBefore = /(前|過去|最近|近|未來|往後)$/;

/** 前10%期刊: which ones. */
export const rankBefore = /(前|後|最高|最低)$/;

/** 20篇，其中期刊6篇; 22席，其中甲港9席、乙港6席及丙港2席: a part that may be asked and answered as such, and each that is listed with it. */
export const amongBefore = /其中(?:[^，；。、]{0,24}、)*[^，；。、]{0,24}$/;

const inputs =
  '經費|預算(?:金額|數)?|補助款|配合款|自籌款?|總額|編列|核定(?:補助)?(?:總?金額)?|費用|契約金額|決標金額|總經費|獎金';

/** 經費2億元, 預算1,200萬元: what goes in, not what is to come out. */
export const inputBefore = new RegExp(`(?:${inputs})(?:為|計|約|共計?|合計|達|增加為|：|總計)*$`);
/** A target that asks for money of that kind. */
export const inputWords = new RegExp(inputs);

/** 已完成, 實際: marks a result, wherever it stands. */
export const resultWords = /(實際(值|達成|完成|執行)|實際(為|：)?$|執行結果|達成值|實績|業已|業經|已|截至)/;

/** 6案均按時完成: marks a result where it repeats the target before it. 各站均達85% is a target. */
export const repeatsTarget = /^[^，]{0,8}(皆|(?<!平)均|業|已)[^，]{0,6}(達成|完成)/;

/** Goals that tell what happened: 惟, 致, 爰 and the like. Such a sentence asks for nothing. */
export const tellsWhatHappened =
  /(^|，)(惟|仍|爰|致(?!力)|以致|嗣|故(?![障事宮意鄉居])|歷經)|無法執行|截至[^，]*止|未及/;

/** Figures of these units describe what the work is about. */
export const describingUnits: ReadonlySet<string> = new Set([
  '歲',
  '大',
  '大類',
  '級',
  '星',
  '年級',
  '樓',
  '層樓',
  '人座',
  '吋',
  '公厘',
  '線道',
  'G',
  '天候',
  '代',
]);

/** 16縣市95處: a place count that stands right before the figure it describes. */
export const placeAfter = /^(個|之|的)?(直轄市|縣市|縣|市|鄉鎮|鄉|鎮|國|機關|單位|地區)/;
