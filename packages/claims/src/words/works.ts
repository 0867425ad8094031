/** Verbs that promise a thing that is there afterwards: a clause that opens with one asks for a milestone. */
export const deliverableVerbs: readonly string[] = [
  '完成', '建置', '建立', '建構', '設置', '設立', '訂定', '制定', '研訂', '修訂', '修正', '採購', '購置', '購買', '汰換', '擴充', '擴建', '新增', '新建', '發布', '公告',
  '舉辦', '辦理', '參加', '參與', '前往', '赴', '納入', '開發', '發展', '製作', '編製', '編撰', '編印', '核定', '召開', '成立', '補助', '導入', '啟用', '上線', '興建', '施作',
  '委託', '提出', '串接', '介接', '取得', '通過', '遴選', '招募', '簽訂', '簽署', '出版', '更新', '整建', '裝設', '布建', '佈建', '鋪設', '移轉', '盤點', '派遣', '研發', '研提', '租賃', '開辦', '開設', '動工', '開工', '招標',
];

/** Verbs that state a purpose or a wish: what follows is not a thing that can be ticked off. */
export const purposeVerbs: readonly string[] = [
  '提升', '提高', '強化', '促進', '增進', '加強', '落實', '透過', '藉由', '藉以', '藉', '以', '俾', '使', '讓', '有效', '適時', '朝', '達到', '確保', '維持', '持續精進', '精進', '協助', '學習', '培養', '培訓', '鼓勵', '深化', '推動', '為', '因應', '配合', '針對', '營造(?!業)', '打造', '保障', '減少', '降低', '縮短', '可', '並可', '結合', '靈活', '發揮', '期', '進而',
];

/** What stands before the verb without changing what it promises. */
export const leadIns = /^(#(年度|底)?(前|以前|止|內|起)?|於|在|預計|預定|將|持續|賡續|積極|陸續|逐步|並|另|且|業|已|應|須|本年度|年度|年|底前|前(?!往)|就|各|開始|全面|本案|本計畫|\s)+/;

/** A clause that ends in one of these names a piece of work, though no verb opens it: T-CERT網站建置. */
export const workEndings = /(建置|完工|竣工|完竣|上線|啟用|採購|發布|確認|驗收|備查|訂定|設置|開工|動工|決標|招標|發包|通車|掛牌|開館|施工|營運|修正|核定|成立|設計|規劃|招標作業|採購作業|相關作業|作業|工程|完成|時程(\([^)]*\))?|所訂進度|預定進度|里程碑)$/;

/** Verbs inside a clause that make it a promise: 地政系統納入電子憑證. */
export const workInside = /(納入|上線|啟用|完工|竣工|通車|決標|動工|開工|取得使用執照)/;

export interface End {
  readonly name: string;
  readonly words: RegExp;
  /** Ends that imply this one: what is accepted is finished. */
  readonly impliedBy: readonly string[];
}

/** What must have been done, by kinds that stand for one another. The last one named in a milestone is its end. */
export const ends: readonly End[] = [
  { name: 'in use', words: /上線|啟用|通車|營運|開館|開放|掛牌|進駐|開園/g, impliedBy: [] },
  { name: 'accepted', words: /驗收|結算|點交|使用執照/g, impliedBy: ['in use'] },
  { name: 'finished', words: /完工|竣工|完竣|落成/g, impliedBy: ['accepted', 'in use'] },
  { name: 'begun', words: /動工|開工|復工|動\(復\)工|復\(動\)工/g, impliedBy: ['finished', 'accepted', 'in use'] },
  { name: 'tendered', words: /招標(?!文件|須知|公告)|發包|決標|上網公告/g, impliedBy: ['begun', 'finished', 'accepted', 'in use'] },
  { name: 'bought', words: /採購(?!案)|購置|購買|汰換|汰購|交貨|交車|交船|到貨/g, impliedBy: ['accepted', 'in use'] },
  { name: 'built', words: /建置|建立|建構|設置|設立|興建|施作|開發|發展|研發|擴充|擴建|裝設|新增|整建|更新/g, impliedBy: ['finished', 'accepted', 'in use'] },
  { name: 'decided', words: /訂定|制定|研訂|修正|修訂|發布|公告|核定|審查通過/g, impliedBy: ['in use'] },
];
