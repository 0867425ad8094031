/** Said of the whole row: 年度績效目標已達成, 各項目標均如期達成. Matched against a whole sentence, normalised. */
export const achievedSentence =
  /^(本計畫|本案|本項|本部|本局|本府)*(1\d\d年度?|本年度|年度|全年度|當年度)*(之|的)*(各項|所有|全部|各|整體)*(年度)?(績效|預定|預期|工作|施政|計畫)*(目標值?|指標|績效)*(業|皆|均|全部|全數|都|已|悉)*(如期|依限|順利|全數|全部|如數|超標|超額|依預定進度)*(已|均|皆)*(達成|達標|達到|完成|符合|達(?=年度|本年度|績效|預定|原定|原訂|目標))(年度|本年度|績效|預定|預期|原定|原訂|工作|各項|所有|全部|之|的|計畫)*(目標值?|指標|進度)?(了)?$/;

/** Must also name that it is the target that was reached, or be nothing but 已達成. */
export const namesTarget = /目標|指標|績效|^(業|皆|均|全部|已)*(如期|全數)?(已|均|皆)?(達成|達標)$/;

/** Says that it is the year's targets, or all of them. */
export const wholeSaid = /年度|各項|所有|全部|整體|績效目標/;

/** Takes something out of the statement. */
export const restricts = /除[^，]*外|部分|惟|僅|尚|仍/;

/** 未達成, and 未達 with what was not reached: both are said in so many words. 未達成原因：無 says nothing. */
export const notAchievedSaid =
  /未(能)?達成|未(能)?達(到)?(目標|績效|年度|預期|預定|原定|原訂|標準|成效|進度|門檻|標|[0-9])/g;
export const notAchievedDenied = /^(之)?(原因|說明|情形|項目|部分)?(說明)?：?(無|不適用|-|n\/a)|^者/;
export const notBefore = /(無|並無|沒有|如|若|倘|避免|已達成或|達成或)$/;
