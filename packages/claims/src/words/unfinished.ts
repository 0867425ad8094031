/** In front of a count, in its clause: it is what is done. 完工9座, 已交車6輛. */
export const doneAhead =
  /(完工|竣工|完成|完竣|交車|交貨|交船|交付|驗收|啟用|裝設|更換|汰換|點交|辦竣|到位|通車|取得)[^，；。\d]{0,6}$|(?<!未|尚)(已|業已)[^，；。\d]{1,8}$/;
/** Right behind a count. */
export const doneAtOnce = /^[^，；。\d]{0,6}(已|業已|均已)?(完工|竣工|完成|驗收|啟用|交車|交貨|點交|通車)(?!率|比)/;

/** In front of a count: it is open. 施工中3座, 尚未發包2件. */
export const openAhead =
  /(施工中|興建中|施作中|辦理中|進行中|設計中|審查中|製造中|招標中|整修中|修繕中|執行中|改善中|安裝中|未(?:完[成工]|竣工|交[車貨船]|發包|開工|動工|驗收|到貨|裝設|施工)|尚未[^，；。\d]{0,8}|(?<!接|招|等|期|對|看)待[^，；。\d]{1,4})(?:者|計|有|為|尚有)*$/;
/** In front of a count: it is what is left, done or not. */
export const restAhead = /(其餘|剩餘|尚餘|尚有|另有|餘|另)$/;
/** Behind what is left: it is not done. */
export const openRest =
  /^(?![^。；]*(?:已於|已完|均已|業已|亦已|皆已))[^。；]*(展延|延至|延後|順延|預計|預定|尚未|尚在|未能|未及|未完|未交|未竣|未開|施工中|辦理中|進行中|將於|將由|俟|待|流標|明年|次年)/;
/** All of them came to be done after all. */
export const everyOne = /全數|全部|均已|皆已|悉數/;

/** A work that is asked for to its end, named in the target. */
export const asksForWork =
  /完成|竣工|完工|驗收|購置|採購|汰換|更新|設置|建置|興建|新建|整建|整修|整治|修繕|改善|補強|裝設|安裝|布建|啟用|修復|更換|擴建|闢建|拓寬|鋪設|建造|打造|架設/;
/** It asks for no end: who receives or starts the works has done so, whatever became of them. */
export const asksForLess = /受理|申請|核定|發包|招標|決標|開工|動工|列管|規劃|設計|提報|先期/;

/** 均依進度執行, 依約辦理: it goes on as it was to, and no end is told. */
export const goesByPlan =
  /(?:依|按)(?:預定|契約|計畫|原定)?(?:進度|約|時程|期程|規劃)?(?:執行|推動|辦理|進行|施工|施作)/;
export const doneAtAll = /完成|完工|竣工|驗收|啟用|完竣|辦竣|交[車貨]|已(?:更新|汰換|裝設|建置|設置|購置|整修)/;

/** Ends that come after a work is built: asked, and said to be still to come. */
export const lastEnds = [
  {
    asks: /驗收/,
    stillOpen:
      /(?:刻正|刻由|正|現正)(?:辦理)?[^，；。]{0,4}驗收|(?:尚未|尚待|有待|待|俟)[^，；。]{0,6}驗收|驗收(?:作業)?中(?!心)/,
  },
  { asks: /啟用|通車|上線/, stillOpen: /(?:尚未|尚待|未能)(?:正式)?(?:啟用|通車|上線)/ },
] as const;
