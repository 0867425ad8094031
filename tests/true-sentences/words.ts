import type { Chance } from './chance.ts';

/** What is done, to what, and how it is counted; agencies and subjects are made up. `few`: to how many it comes in a year. */
export interface Work {
  readonly verb: string;
  readonly noun: string;
  readonly unit: string;
  readonly few: number;
}

const work = (verb: string, noun: string, unit: string, few: number): Work => ({ verb, noun, unit, few });

const works: readonly Work[] = [
  work('辦理', '防災講習', '場', 60),
  work('辦理', '政策說明會', '場次', 80),
  work('輔導', '中小型業者', '家', 900),
  work('稽查', '食品業者', '家次', 9000),
  work('完成', '老舊管線汰換', '公里', 400),
  work('汰換', '逾齡路燈', '盞', 9000),
  work('補助', '社區據點', '處', 500),
  work('設置', '自動測站', '站', 200),
  work('檢測', '橋梁', '座', 900),
  work('採購', '救災裝備', '套', 3000),
  work('培訓', '種子教師', '人', 1200),
  work('服務', '弱勢家戶', '戶', 9000),
  work('審查', '申請案', '件', 20000),
  work('受理', '民眾陳情', '件', 8000),
  work('修復', '文物', '件', 600),
  work('巡查', '海岸線', '公里', 900),
  work('收容', '流浪犬貓', '隻', 9000),
  work('核發', '證照', '張', 6000),
  work('建置', '充電樁', '座', 700),
  work('種植', '喬木', '株', 40000),
  work('訪視', '獨居長者', '人次', 60000),
  work('抽驗', '農產品', '件', 9000),
  work('清除', '海洋廢棄物', '公噸', 9000),
  work('數位化', '館藏資料', '筆', 90000),
  work('派遣', '巡邏艇', '航次', 900),
  work('開設', '職能課程', '班', 150),
  work('結訓', '學員', '人', 4000),
  work('更新', '監視器', '支', 5000),
  work('查緝', '違規案件', '件', 3000),
  work('媒合', '求職者', '人', 9000),
];

export const aWork = (chance: Chance): Work => chance.one(works);

/** A number of things, of the size that such things have. */
export const aSize = (chance: Chance, most: number, least = 12): number => {
  const top = Math.max(least + 5, chance.one([most, most / 2, most / 5]));
  return chance.whole(least, Math.floor(top));
};

export const regions: readonly string[] = ['北區', '中區', '南區', '東區', '離島'];
export const counties: readonly string[] = [
  '宜蘭縣',
  '苗栗縣',
  '雲林縣',
  '嘉義縣',
  '屏東縣',
  '臺東縣',
  '花蓮縣',
  '澎湖縣',
  '新竹市',
  '基隆市',
];
export const groups: readonly string[] = ['國小', '國中', '高中職', '大專校院', '社區', '機關', '民間團體'];
export const costs: readonly string[] = [
  '人事費',
  '業務費',
  '設備費',
  '工程費',
  '委辦費',
  '規劃設計費',
  '獎補助費',
  '維護費',
];
export const things: readonly string[] = [
  '法規鬆綁',
  '流程簡化',
  '系統介接',
  '教材編撰',
  '師資培訓',
  '制度檢討',
  '資料盤點',
  '場域試辦',
  '成果發表',
  '設備驗收',
];
export const rateNames: readonly (readonly [whole: string, part: string, rate: string, unit: string])[] = [
  ['應出席', '實際出席', '出席率', '人'],
  ['抽驗', '合格', '合格率', '件'],
  ['應檢查', '已檢查', '檢查率', '家'],
  ['列管', '已結案', '結案率', '件'],
  ['發出問卷', '回收', '回收率', '份'],
  ['受理申請', '核准', '核准率', '件'],
  ['應訪視', '已訪視', '訪視率', '戶'],
  ['參訓', '結訓', '結訓率', '人'],
  ['報考', '及格', '及格率', '人'],
  ['應改善', '已改善', '改善率', '處'],
  ['開課', '到課', '到課率', '人'],
  ['應汰換', '已汰換', '汰換率', '輛'],
  ['可用床位', '入住', '入住率', '床'],
  ['通報', '媒合成功', '媒合率', '人'],
];
export const measures: readonly string[] = [
  '滿意度',
  '合格率',
  '普及率',
  '妥善率',
  '接通率',
  '線上申辦率',
  '涵蓋率',
  '回收率',
  '自給率',
];
export const causes: readonly string[] = ['因宣導奏效', '配合政策推動', '受景氣影響', '因需求變動', '經檢討流程後'];

/** What stands before a sentence and says nothing in figures. */
export const openings: readonly string[] = [
  '',
  '',
  '',
  '',
  '',
  '截至年底，',
  '為提升服務品質，',
  '依年度計畫，',
  '經積極推動，',
  '（二）',
  '配合政策，',
];
