/** Why something was late or left undone: a clause that opens with one of these gives a cause. */
export const causeOpeners =
  /^(惟|又|另|嗣|復)?(因(?!應|此|而)|由於|係因|主因|主要係|肇因於|受(?!理|訓|補|益)|礙於|囿於|鑑於|緣於|考量|原因)/;

/** 未達成原因：… */
export const causeHeadings = /(未達成|落後|延遲|未完成|差異)[^，。]{0,4}原因|原因說明|落後原因/;

/** What comes before 致…落後 in its sentence is why. */
export const resultsIn = /^(致(?!力)|以致|導致|肇致)/;

/** Causes that name themselves. */
export const causeNames =
  /(流標|廢標|無廠商投標|變更設計|訴訟|履約爭議|缺工|缺料|物價上漲|疫情|颱風|豪雨|地震|停工|倒閉|解約|終止契約|用地取得|地上物|陳情|抗爭|管線遷移|地質|文化資產|環境影響評估|無法如期交貨|交貨延遲|無法前來)/;

/** A cause counts only where something is late, open or missed. */
export const lateness =
  /(未(?=能|及|達|完|如)|無法|落後|延(?=後|宕|遲|誤|至|長|期)|展延|順延|保留|停工|停擺|流標|廢標|不及|暫緩|致|爰|影響|減少|預計|預定)/;

/** 致…, 爰…, 俾…: what came of it or is wished for, not why. */
export const consequences = /^(致(?!力)|以致|爰|故|俾|以利|導致)/;

/** What stands under these is a remedy. */
export const remedyHeadings = /(策進|改善|改進|因應|精進)(作為|措施|對策|方案)/;

/** What is to be done about it. */
export const remedyOpeners =
  /(後續(將|作為|規劃)|未來(將|規劃|持續)|將(持續|賡續|儘速|盡速|加強|積極|定期|督導|督促|督請|請|洽|檢討|調整|滾動|協調|增辦|納入)|(已|業)?(加強督導|督促廠商|積極趕工|趕工|加派|增派|增購|增聘|增辦|補辦)|擬定對策|研擬解決|滾動檢討)/;
