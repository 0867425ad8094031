/** 示範點建置數(處)：, 民眾滿意度(%)＝: the measure word stands in the label before a number. */
export const labelWithUnit = /\(([^()0-9、，]{1,6})\)(?:：|=|為|達|約|共|計|目標值?|實際值?|實績值?|\s)*$/;

/** 3(處): it stands behind the number. */
export const unitBehind = /^\(([^()0-9、，]{1,6})\)/;

/** 單位：件, for the numbers of its item. */
export const statedUnit = /單位：([^，；。()0-9\s]{1,6})(?:[，；。\s]|$)/;

/** 輔導店家數：, 受理件數為: a label that counts without saying in what. */
export const measuredNoun =
  /[^，；。：()0-9\s](?:[件人次場家戶處座輛]?數|人次|件次|場次|家次|得分|分數|總量|值)(?:：|=)(?:為|達|約|共|計)*$/;

/** 涵蓋率：, 妥善率＝: a label that says percent. */
export const rateNoun = /(?:率|比例|比率|占比|百分比)(?:：|=)(?:為|達|約)*$/;

/** 豪雨預兆得分0.35, 職災千人率2.36: an index, which has no measure word. */
export const indexNoun =
  /(?:得分|評分|分數|指數|係數|比值|千人率|十萬人率|萬人率|死亡率|頻率|強度率)(?:之)?(?:提升至|提高至|降至|降為|維持|已達|達|為|約)?$/;
export const behindIndex = /^(?:以[上下內]|[，。；()]|$)/;

/** Before a number that is all that a cell says: 共43, 已達成3, 實績：2. */
export const blankCell =
  /^(?:共計|合計|總計|共|計|約|達成|達到|達|已|為|完成|辦理|實際值?|實績值?|執行|結果|本年度|年度|全年|：|=|\s)*$/;

/** A label that asks for the rate that the row's own columns give: 累計預算執行率. */
export const executionRate =
  /^(?!.*(分配|可支用|可用|經常門|資本門|保留|當年|本年度(?!累計)))(.*累計.*|計畫|總?預算|經費)*執行率/;
