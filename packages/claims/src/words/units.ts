/**
 * Measure words that officials exchange between a target and its result (人次 asked, 人 answered).
 * Nothing is converted inside a family; only `scales` convert.
 */
export const unitFamilies: readonly (readonly string[])[] = [
  ['人', '名', '位', '員', '人次', '人數', '人/次', '學員', '名學生'],
  ['次', '人次', '回', '趟', '趟次', '件次', '車次', '班次', '站次', '家次', '場次'],
  ['場', '場次', '梯次', '班', '班次', '期', '梯', '堂', '次'],
  ['件', '案', '件次', '案次', '起', '宗', '項', '例'],
  ['處', '所', '間', '站', '座', '地點', '點', '棟', '個', '處所', '據點', '個據點'],
  ['台', '臺', '部', '輛', '架', '具', '組', '套', '式', '支', '副', '座', '艘', '張', '面', '個'],
  ['項', '式', '套', '個', '種', '款', '類', '門'],
  ['家', '間', '戶', '廠家', '家次', '所', '店', '企業'],
  ['份', '冊', '本', '篇', '件', '則', '支', '部', '集'],
  ['筆', '件', '則', '條', '萬筆'],
  ['國', '個國家', '國家'],
  ['縣市', '縣(市)', '個縣市', '直轄市、縣(市)', '個'],
  ['校', '所', '學校', '間'],
  ['床', '張'],
  ['小時', '時'],
];

/** Units that count all manner of things: that a target and a result share one says little. */
export const commonUnits: ReadonlySet<string> = new Set([
  '%',
  '人',
  '人次',
  '名',
  '件',
  '案',
  '項',
  '次',
  '場',
  '場次',
  '個',
  '家',
  '處',
  '篇',
  '筆',
  '分',
  '年',
  '日',
  '天',
  '小時',
  'TWD',
  '元',
  '組',
  '套',
  '式',
]);

export interface Scale {
  readonly base: string;
  readonly factor: number;
}

/** Units of one dimension, turned into one another before they are compared. */
export const scales: Readonly<Record<string, Scale>> = {
  秒: { base: '秒', factor: 1 },
  秒鐘: { base: '秒', factor: 1 },
  分鐘: { base: '秒', factor: 60 },
  分: { base: '秒', factor: 60 },
  小時: { base: '秒', factor: 3600 },
  日: { base: '日', factor: 1 },
  天: { base: '日', factor: 1 },
  日曆天: { base: '日', factor: 1 },
  週: { base: '日', factor: 7 },
  個月: { base: '月', factor: 1 },
  月: { base: '月', factor: 1 },
  年: { base: '月', factor: 12 },
  公里: { base: '公尺', factor: 1000 },
  公尺: { base: '公尺', factor: 1 },
  km: { base: '公尺', factor: 1000 },
  m: { base: '公尺', factor: 1 },
  公頃: { base: '平方公尺', factor: 10_000 },
  平方公尺: { base: '平方公尺', factor: 1 },
  平方公里: { base: '平方公尺', factor: 1_000_000 },
  m2: { base: '平方公尺', factor: 1 },
  公噸: { base: '公斤', factor: 1000 },
  噸: { base: '公斤', factor: 1000 },
  公斤: { base: '公斤', factor: 1 },
  kw: { base: 'kw', factor: 1 },
  mw: { base: 'kw', factor: 1000 },
  gw: { base: 'kw', factor: 1_000_000 },
};

/** A measure word that stands alone in brackets behind a number: 50處(座、件). */
export const measuresInBrackets = /^[座件處盞條棟案場個項台臺輛架株棵支隻艘組套間戶口張片批式班門校園館站所]$/;
