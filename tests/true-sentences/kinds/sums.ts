import type { Chance } from '../chance.ts';
import { count, evenMoney, measure, tell, type Told } from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';
import { aSize, aWork, costs, counties, groups, regions } from '../words.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const all: readonly string[] = ['合計', '共計', '共', '總計', '計', '合計達', '合共'];

function parts(chance: Chance, many: number, most: number): readonly number[] {
  return Array.from({ length: many }, () => aSize(chance, most, 3));
}

const withTotal = (chance: Chance, values: readonly number[], unit: string): readonly Told[] => {
  const print = count(chance, unit);
  return [...values, total(values)].map((value) => tell(chance, value, print));
};

/** 北區12場、中區8場及南區10場，共30場 */
function ofPlaces(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const many = chance.whole(2, 5);
  const names = chance.some(chance.one([regions, counties, groups]), many);
  const list = names.map((name, at) => `${name}{${at}}`);
  const told = `${list.slice(0, -1).join('、')}${chance.one(['、', '及', '與'])}${list.at(-1)}`;
  const whole = `{${names.length}}`;
  const form = chance.one([
    `${verb}${noun}${told}，${chance.one(all)}${whole}。`,
    `${noun}於${told}${verb}，${chance.one(all)}${whole}。`,
    `${verb}${noun}共${whole}（${list.join('、')}）。`,
    `${verb}${noun}${whole}，分別為${told}。`,
    `全年${verb}${noun}${whole}，其中${told}。`,
  ]);
  return comesTo('sum of places', form, withTotal(chance, parts(chance, names.length, few), unit), total);
}

/** 男性246人、女性184人，共430人 */
function ofTwo(chance: Chance): Sentence {
  const [a, b, unit] = chance.one([
    ['男性', '女性', '人'],
    ['實體', '線上', '場'],
    ['新案', '舊案', '件'],
    ['公部門', '私部門', '家'],
    ['國內', '國外', '家'],
    ['都會區', '偏鄉', '處'],
    ['平地', '山區', '公頃'],
    ['中央', '地方', '件'],
    ['初訪', '複訪', '戶'],
  ] as const);
  const { verb, noun } = aWork(chance);
  const form = chance.one([
    `${verb}${noun}，${a}{0}、${b}{1}，${chance.one(all)}{2}。`,
    `參與${noun}者${a}{0}，${b}{1}，兩者合計{2}。`,
    `${noun}{2}（${a}{0}、${b}{1}）。`,
    `${noun}計{2}，其中${a}{0}、${b}{1}。`,
    `${noun}${a}{0}，另${b}{1}，${chance.one(all)}{2}。`,
  ]);
  return comesTo('sum of two', form, withTotal(chance, parts(chance, 2, 3000), unit), total);
}

/** 第1季至第4季分別完成…; 上半年…、下半年… */
function ofTimes(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const [many, form] = chance.one([
    [4, `第1季至第4季分別${verb}${noun}{0}、{1}、{2}及{3}，全年${chance.one(all)}{4}。`],
    [4, `${verb}${noun}第1季{0}、第2季{1}、第3季{2}、第4季{3}，全年{4}。`],
    [2, `上半年${verb}${noun}{0}、下半年{1}，全年${chance.one(all)}{2}。`],
    [2, `${noun}上半年{0}，下半年{1}，合計{2}。`],
    [3, `${noun}1月至4月{0}、5月至8月{1}、9月至12月{2}，全年共{3}。`],
    [2, `截至112年底累計${verb}${noun}{0}，113年再${verb}{1}，累計達{2}。`],
    [2, `以前年度已${verb}${noun}{0}，本年度${verb}{1}，累計${verb}{2}。`],
    [3, `111年至113年分別${verb}${noun}{0}、{1}及{2}，三年合計{3}。`],
    [3, `${noun}111年{0}、112年{1}、113年{2}，累計{3}。`],
    [2, `截至10月底${verb}${noun}{0}，11月及12月再${verb}{1}，全年{2}。`],
  ] as const);
  return comesTo('sum over time', form, withTotal(chance, parts(chance, many, few), unit), total);
}

/** 人事費2,150萬元、業務費3,870萬元 */
function ofMoney(chance: Chance): Sentence {
  const many = chance.whole(2, 4);
  const names = chance.some(costs, many);
  const print = evenMoney(chance);
  const values = names.map(() => chance.whole(21, 4800) * 10_000);
  const list = names.map((name, at) => `${name}{${at}}`);
  const told = `${list.slice(0, -1).join('、')}${chance.one(['、', '及'])}${list.at(-1)}`;
  const form = chance.one([
    `支用${told}，${chance.one(all)}{${many}}。`,
    `委託案經費{${many}}，包括${told}。`,
    `採購案支出${told}，總計{${many}}。`,
    `補助款{${many}}（${list.join('、')}）。`,
  ]);
  return comesTo(
    'sum of money',
    form,
    [...values, total(values)].map((value) => tell(chance, value, print)),
    total,
  );
}

/** 111年至113年分別編列1.2億元、1.45億元及1.6億元，三年合計4.25億元 */
function ofYears(chance: Chance): Sentence {
  const print: Told['print'] = chance.rarely(2)
    ? { step: 0, words: (value) => `${Number((value / 100_000_000).toFixed(2))}億元` }
    : evenMoney(chance);
  const values = Array.from({ length: 3 }, () => chance.whole(101, 390) * 1_000_000);
  const form = chance.one([
    `三期委託案分別投入{0}、{1}及{2}，合計{3}。`,
    `111年至113年投入設備採購{0}、{1}及{2}，累計{3}。`,
    `各年度採購金額依序為{0}、{1}、{2}，三年合計{3}。`,
    `設備採購金額111年{0}、112年{1}、113年{2}，總計{3}。`,
  ]);
  return comesTo(
    'sum of money',
    form,
    [...values, total(values)].map((value) => tell(chance, value, print)),
    total,
  );
}

/** 每區4場，6區共24場: each, then all of them. */
function eachThenTotal(chance: Chance): Sentence {
  const { verb, noun, unit } = aWork(chance);
  const place = chance.one(['區', '縣市', '校', '中心', '分局', '館']);
  const print = count(chance, unit);
  const [many, each] = [chance.whole(3, 22), chance.whole(2, 40)];
  const places: Told['print'] = { step: 0, words: (value) => `${value}${place}` };
  const form = chance.one([
    `{0}各${verb}${noun}{1}，${chance.one(['共', '共計', '合計', '計'])}{2}。`,
    `於{0}${verb}${noun}，每${place}{1}，${chance.one(['共', '共計', '合計'])}{2}。`,
    `每${place}${verb}${noun}{1}，{0}${chance.one(['共', '合計'])}${verb}{2}。`,
    `${verb}${noun}，{0}每${place}{1}，全年{2}。`,
  ]);
  const figures = [tell(chance, many, places), tell(chance, each, print), tell(chance, many * each, print)];
  return comesTo('each, then total', form, figures, ([a = 0, b = 0]) => a * b);
}

/** 完成訪視500戶，其中獨居長者320戶（含失能者85戶）及身心障礙家庭180戶: a part of a part is none of the sum. */
function nested(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const [a, b] = chance.some(groups, 2);
  const [first, second] = [aSize(chance, few, 20), aSize(chance, few, 10)];
  const within = chance.whole(2, first - 2);
  const print = count(chance, unit);
  const form = chance.one([
    `${verb}${noun}{3}，其中${a}{0}（含偏鄉{1}）及${b}{2}。`,
    `${verb}${noun}${a}{0}（其中偏鄉{1}）、${b}{2}，合計{3}。`,
    `${verb}${noun}{3}，${a}{0}，其中{1}位於偏鄉，其餘{2}為${b}。`,
  ]);
  const figures = [first, within, second, first + second].map((value) => tell(chance, value, print));
  return comesTo('sum with parts of parts', form, figures, ([x = 0, , z = 0]) => x + z, { movable: [0, 2, 3] });
}

/** 2.35公里 and 1.65公里: measured, and rounded each for itself. */
function ofMeasures(chance: Chance): Sentence {
  const [noun, unit] = chance.one([
    ['自行車道', '公里'],
    ['造林面積', '公頃'],
    ['河道疏濬', '萬立方公尺'],
    ['光纖鋪設', '公里'],
    ['廢棄物清運', '公噸'],
  ] as const);
  const print = measure(chance.one([0.1, 0.01]), unit);
  const values = [chance.whole(200, 9000) / 100, chance.whole(200, 9000) / 100, chance.whole(200, 9000) / 100];
  const [a, b, c] = chance.some(regions, 3);
  const form = chance.one([
    `${noun}${a}{0}、${b}{1}、${c}{2}，合計{3}。`,
    `完成${noun}{3}，分別為${a}{0}、${b}{1}及${c}{2}。`,
  ]);
  return comesTo(
    'sum of measures',
    form,
    [...values, total(values)].map((value) => tell(chance, value, print, 'round')),
    total,
  );
}

export const sums: readonly ((chance: Chance) => Sentence)[] = [
  ofPlaces,
  ofTwo,
  ofTimes,
  ofMoney,
  ofYears,
  eachThenTotal,
  nested,
  ofMeasures,
];
