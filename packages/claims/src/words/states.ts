/** Words of a result that say what became of a work. Tested on normalised clauses in which dates are `#`; the first list that fits decides. */

/** Not done, and said so. */
export const missedWords: readonly RegExp[] = [
  /未(能)?(達成|達標|完成|及(?!格)|辦理|執行|辦竣|竣工|完工|上線|啟用|決標|到位|如期|依限|依原定|達預期|達目標|達原定|達預定|設滿|招滿|足額)/,
  /(無法|未能|不及|來不及|不克)(如期|依限|於|完成|執行|前來|辦理|達成|施工|安裝|交貨|履約|舉辦|參加)?/,
  /僅(完成|達到?|辦理|開工|決標|進行)/,
  /尚未|仍未|迄未|未達(成|到)?(預期|目標|原訂|原定|預定|標準|進度)|落後|延後|延宕|展延|順延|延期|延至|延遲|遲延|遲誤|流標|廢標|停工|暫緩|暫停|終止|解約|撤案|取消|停辦|凍結|撤銷|註銷|中止|停滯|停擺|受阻/,
];

/** Put off; no miss where the new date is still in the year. */
export const delayWords = /延後|延宕|展延|順延|延期|延至|延遲|遲延|遲誤|延長至/g;

/** What is being done at the moment of the report. */
const works =
  '辦理|進行|施工|施作|審查|審議|審核|規劃|採購|建置|開發|履約|測試|修正|研議|研擬|擬訂|擬定|籌備|籌劃|洽辦|招標|設計|訂定|申請|洽談|協商|協調|研商|搬遷|驗收|製造|生產|撰寫|編撰|編製|編印|製作|翻譯|評選|遴選|徵選|甄選|彙整|評估|興建|整修|修繕|改善|安裝|裝設|布建|試辦|執行|推動';

/** Under way or put off: not done within the year. */
export const pendingWords: readonly RegExp[] = [
  /(刻正|刻由|刻(?=辦理|進行|施工|審)|正在|尚在|仍在|仍需|目前(辦理|進行|正|由)|現正|現由|正由|正(辦理|進行|施工|審查))/,
  new RegExp(`(${works})中(?!心|央|程|長|途|華|小|學|期|階|介)`),
  /補正|補件|退件|退回/,
  /(待|俟|尚待|有待)[^，；。]{0,20}(辦理|驗收|完成|核定|審查|付款|結束|決標|交貨|通過|後)/,
  /(辦理|申請|爰|予以|已)保留|保留(預算|經費|至|款)|(辦理|申請)[^，。]{0,10}(展延|保留)/,
  /(後續|將)(賡續|持續|接續|儘速|盡速)?(辦理|完成|執行)[^，。]{0,6}(驗收|招標|發包|施工|建置|採購|付款)/,
];

/** It goes on, and nothing says how far it is: 刻正辦理中, 持續推動. Of a count it tells neither that it was reached nor that it was not. */
export const goesOn =
  /((刻正|刻由|目前|現正|正)[^，]{0,6}|(賡續|持續|積極|陸續|逐步)[^，]{0,4}|)(辦理|進行|執行|推動|作業|研議|籌備|規劃|招募|輔導|洽辦)中?$|(刻正|正在|現正)(賡續|持續|積極)?(辦理|進行|執行|推動)[^，]{0,12}$/;

/** 預計, 預定: with a date after the year, a promise and no result. */
export const promiseWords = /(預計|預定|預期|預估|規劃於|訂於|定於|將於|可於|擬於|展延至|延至|順延至|延長至|俟)/;
export const laterWords = /(明年|次年|翌年|下年度|下一?年|隔年|以後年度|後續年度)/;

/** The end of a work, whoever tells of it. */
export const finished = /完成|完竣|完畢|辦竣|竣工|完工|辦畢|結案|達成|達標|核銷/g;

/** In front of it, it is wished for or still to come: 即將完成, 俾完成, 應完成; 部分完成 is not all. */
export const notYetBefore =
  /(即將|可望|可|將|預計|預定|力求|以利|俾|俾利|待|俟|尚待|有待|期|期能|爭取|儘速|盡速|儘早|趕辦|應|須|需|為|協助|督促|促請|有助於?|以|能|如|若|倘|未|無法|無從|部分|部份|局部|大致|初步|大部分|大部份|接近|近)(於?#?(年?底)?前?)?$/;

/** Behind it, it names a time or a share and not a result: 完成後啟用, 完成率, 完成85%. */
export const notYetBehind =
  /^(後|之後|前(?![瞻端置])|之前|以前|時(?![數間程])|與否|期限|日期|率|度|比[例率]|(了|約|達|已達|近|逾)*(?!100)[0-9]{1,2}(\.[0-9]+)?%|[一二三四五六七八九0-9]成)/;

/** Right before a share: how far a work is. 預定進度 is how far it was to be. */
export const progressBefore =
  /(?<!預定|應有|原定|原訂)(進度|完成度|完成率|完成比[例率]|(?<!可|將|應)完成)(已|為|達|約|僅|計|：|逾|近|至)*$/;

/** What was begun, asked for or thought about is not done: 已規劃建立, 已著手辦理, 已提報計畫. */
export const preparing =
  /規劃|研擬|研議|研商|籌備|籌劃|籌組|著手|開始|評估|構思|推動|持續|賡續|積極|陸續|逐步|申請|提報|提送|函報|函請|函詢|送請|洽|協調|協商|督促|督導|納入規劃|列入|編列|爭取|擬|準備|展開/;

/** What is done once and then is. */
const acts =
  '上線|啟用|通車|營運|發布|公告|公布|訂定|核定|核發|決標|成立|設置|建置|納入|辦理|舉辦|舉行|召開|採購|購置|開放|實施|施行|取得|通過|啟動|開工|動工|復工|運作|簽訂|簽署|簽約|提出|參加|前往|下載|進駐|導入|介接|交付|出版|建立|擬定|培訓|整修|遷移|更新|改善|擴充|汰換|補助|輔導|函頒|移轉|製作|裝設|架設|改選|招標|發包|安裝|修復|交貨|交車|交船|開館|開幕|開園|揭牌|掛牌|落成|安置|修訂|修正|頒布|頒發|表揚|驗收|送達|播映|開播|出刊|開課|開辦|開設|選出|遴選|評選|撥付|核撥|搬遷|拆除|收購|盤點|清查|抽驗|查核|研擬|函報';

/** Done. */
export const doneWords: readonly RegExp[] = [
  new RegExp(`(已|業已|業經|業於|皆|均|始|自#?起?|#起)[^，；。]{0,14}?(${acts})`),
  /(驗收合格|驗收通過|正式上線|正式啟用|正式營運|審查通過|審查合格|報竣|如期|依限)/,
  /(已|業(已|經)?)於#/,
  /納入於#/,
];

/** On a day, in a month or a quarter of the year: 於113年9月召開, 7月1日揭牌. */
export const doneOnADay = new RegExp(`#[^，；。#]{0,20}?(${acts})`);

/** Handed in, not decided: 已於113年8月送審 answers no 完成審查, but it answers 報院. */
export const handedIn = /(送審|提送|送件|報請|函報|提出申請|申請)[^，]{0,6}$/;
export const asksToHandIn =
  /^(?!.*(報|送|申請|提出).*(核准|核可|核定|獲准|通過|許可|獲證|取得)).*(報|送|申請|提出|提報)/;
/** The act itself, where it is all that is asked: what comes of it later, 審查中, takes nothing back. */
export const handingIn = /送件|送審|函報|報院|提送|報送|遞件/;

/** Stages that come before the end of a work: 已完成需求訪談 is no 建置. */
export const earlierStages =
  /需求(訪談|分析|調查|書)|規劃|設計|招標|發包|決標|簽約|簽訂契約|採購程序|評選|甄選|可行性|先期|先導|測試|初稿|草案|勘查|場勘|現勘|會勘|評估|用地|鑽探|公開閱覽|公展|期初|期中|工作計畫書|計畫書|開工|動工|基礎|審查|說明會|備料|打樣/;

/** What a work begins with: 於113年7月開工 answers only who asked for that. */
export const beginnings = /(開工|動工|決標|發包|招標|簽約|啟動|開標|上網公告)(作業|程序)?$/;

/** 尚無結果, 本年度無數據, 暫不評斷: nothing to judge a target by. */
export const nothingToJudgeBy =
  /(?:尚|暫|迄|目前|本年度?|本期)+無(?:任何|相關|調查|統計|正式|具體|量測|監測)*(?:數據|資料|結果|數值)|暫不評[斷估定]/;

/** 結果尚待統計, 俟彙整: a number is still to come. */
export const stillCounted = /(尚待|有待|待|俟|尚未|刻正|尚在)[^，]{0,10}(統計|彙整|彙算|分析|計算)/;
