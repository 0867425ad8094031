/** Texts that somebody could paste into a check: 40 made to be hard on whoever pairs everything with everything, 20 honest. */

export interface Text {
  readonly name: string;
  readonly hostile: boolean;
  readonly text: string;
}

const lengths = [1_000, 2_000, 4_000, 8_000, 20_000, 50_000, 100_000];

/** Each is repeated up to a length. */
const units = [
  '\n1. 完成',
  '1年',
  '1元',
  '90%',
  '完成3案。',
  '、',
  '合計10件',
  '其中3件、',
  '較上年增加5%，',
  '(',
  '「完成',
  '一',
  '１，',
  '1,',
  '1.',
  '1-',
  '至113年',
  '第1季',
  '112年1月1日至',
  '○',
  '未達成，',
  '達成率100%，',
  '；',
  '因故未完成1案；',
  '\n（一）',
  '①完成',
  '億',
  '1億2,000萬元、',
  '三分之一',
  '約1件，',
  '≥1公里',
  '12公里、13公里、',
  'A1',
  '\u3000 ',
  '\t1',
  '目標值1件，實際值2件。',
  '由1件增為2件，',
  '1/2、',
  '累計完成1件（含前年1件），',
];

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const verbs = ['完成', '辦理', '興建', '補助', '修復', '檢測', '培訓', '建置'];
const things = ['步道', '橋梁', '圖書館', '氣象站', '濕地', '校舍', '衛生所', '港埠', '檔案', '灌溉渠道'];
const counted = ['處', '案', '公里', '場', '人次', '件'];

/** Sentences as agencies write them, each with figures of its own. */
function honest(length: number, seed: number): string {
  const random = randomFrom(seed);
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let text = '';
  for (let at = 1; text.length < length; at++) {
    const [done, wanted] = [Math.ceil(random() * 400), Math.ceil(random() * 400)];
    const unit = one(counted);
    text += `${at}. ${one(verbs)}${one(things)}${done}${unit}，目標${wanted}${unit}，達成率${((100 * done) / wanted).toFixed(1)}%。`;
    text += `因${one(['天候', '用地取得', '材料上漲', '民眾陳情'])}，${one(things)}工程延至${113 + Math.floor(random() * 3)}年${Math.ceil(random() * 12)}月完工。\n`;
  }
  return text.slice(0, length);
}

export function hostileTexts(): Text[] {
  return [
    ...units.map((unit, at) => {
      const length = lengths[at % lengths.length] ?? 1_000;
      return { name: `${JSON.stringify(unit)} × ${length}`, hostile: true, text: repeated(unit, length) };
    }),
    { name: 'digits × 50000', hostile: true, text: repeated('9', 50_000) },
  ];
}

export function honestTexts(): Text[] {
  return Array.from({ length: 20 }, (_, at) => {
    const length = lengths[at % lengths.length] ?? 1_000;
    return { name: `honest × ${length}`, hostile: false, text: honest(length, at + 1) };
  });
}

/** mulberry32: the same texts from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
