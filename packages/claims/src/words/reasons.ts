/** Why something was late or left undone: the clause is cited where a word of these opens or names a cause. */
export const causeOpeners = /(^|[，、])(惟)?(因|由於|係因|主因|主要係|肇因於|受|礙於|囿於|鑑於|緣於|考量|未達成原因|落後原因|原因)/;

/** Causes that name themselves. */
export const causeNames = /(流標|廢標|無廠商投標|變更設計|訴訟|履約爭議|調解|缺工|缺料|物價上漲|疫情|颱風|豪雨|地震|停工|倒閉|解約|終止契約|用地取得|地上物|陳情|抗爭|管線遷移|地質|文化資產|環境影響評估|審查時程|審議|無法如期交貨|交貨延遲|履約能力)/;

/** A cause counts only where something is late, open or missed. */
export const lateness = /(未|無法|落後|延|保留|停工|流標|廢標|不及|暫緩|影響|致|預計|預定|爰|減少)/;

/** What is to be done about it. */
export const remedyOpeners = /(策進作為|改善措施|改進作為|因應(作為|措施|對策)|精進作為|檢討改善|後續(將|作為|規劃)?|未來(將)?|將(持續|賡續|儘速|盡速|加強|積極|定期|督導|督促|督請|請|洽|檢討|調整|滾動|協助|配合|依|於)|(已|業)?(加強督導|督促廠商|積極趕工|趕工|加派|增派)|擬定對策|採取)/;
