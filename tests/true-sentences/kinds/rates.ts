import type { Chance } from '../chance.ts';
import {
  about,
  count,
  evenMoney,
  exactMeasure,
  money,
  percent,
  spokenRate,
  tell,
  type Print,
  type Told,
} from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';
import { aSize, aWork, groups, measures, rateNames } from '../words.ts';

const share = ([whole = 0, part = 0]: readonly number[]): number => (100 * part) / whole;

/** The rate in figures or in words; spoken ones only where they say what it is. */
function rate(chance: Chance, value: number): Told {
  if (value >= 11 && value < 99 && chance.rarely(5)) return tell(chance, value, spokenRate(chance), 'round');
  return tell(chance, value, percent(chance));
}

/** 受訓人員1,240人，其中女性310人，占25% */
function ofAWhole(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const whole = aSize(chance, few, 40);
  const part = chance.whole(2, whole - 2);
  const print = count(chance, unit);
  const name = chance.one(['偏遠地區', '首次申請', '女性負責', ...groups]);
  const form = chance.one([
    `${verb}${noun}{0}，其中${name}{1}，占{2}。`,
    `${verb}${noun}{0}，其中${name}者{1}，占比{2}。`,
    `${verb}${noun}{0}，${name}{1}，占比達{2}。`,
    `${verb}${noun}{0}中，${name}者計{1}，約占{2}。`,
    `${noun}{0}，屬${name}者{1}（{2}）。`,
    `${noun}共{0}，${name}有{1}，占總數之{2}。`,
    `${name}{1}，占${verb}${noun}總數{0}之{2}。`,
    `${verb}${noun}{0}，其中${name}占{2}，計{1}。`,
    `全部${noun}{0}中有{1}屬${name}，比率{2}。`,
  ]);
  const figures = [tell(chance, whole, print), tell(chance, part, print), rate(chance, (100 * part) / whole)];
  return comesTo('share', form, figures, share);
}

/** 應到60人，實到57人，出席率95% */
function named(chance: Chance): Sentence {
  const [all, some, name, unit] = chance.one(rateNames);
  const whole = chance.whole(30, 5000);
  const part = chance.whole(Math.ceil(whole / 3), whole);
  const print = count(chance, unit);
  const form = chance.one([
    `${all}{0}，${some}{1}，${name}{2}。`,
    `${all}{0}，${some}{1}，${name}為{2}。`,
    `${all}{0}，其中${some}{1}，${name}達{2}。`,
    `${all}計{0}，${some}計{1}，${name}{2}。`,
    `${name}{2}（${all}{0}，${some}{1}）。`,
    `${name}達{2}（${some}{1}／${all}{0}）。`,
    `${some}{1}（${all}{0}），${name}{2}。`,
    `${name}為{2}，即${all}{0}中${some}{1}。`,
  ]);
  const figures = [tell(chance, whole, print), tell(chance, part, print), rate(chance, (100 * part) / whole)];
  return comesTo('named rate', form, figures, share);
}

/** 總經費2億元，其中人事費3,200萬元，占16% */
function ofMoney(chance: Chance): Sentence {
  const whole = chance.whole(500, 60_000) * 10_000;
  const part = Math.ceil((whole / 10_000) * (chance.whole(40, 930) / 1000)) * 10_000;
  // Even amounts in one unit, or each rounded in a way of its own.
  const even = evenMoney(chance);
  const prints = chance.rarely(2) ? [even, even] : [money(chance, whole), money(chance, part)];
  const form = chance.one([
    '委辦經費{0}，其中人事費{1}，占{2}。',
    '採購總額{0}，設備費{1}，占比{2}。',
    '補助款{0}中，已核銷{1}，核銷率{2}。',
    '資本門{1}，占採購經費{0}之{2}。',
    '契約金額{0}，已支付{1}，占契約金額{2}。',
    '捐助收入{0}，其中企業捐助{1}（{2}）。',
  ]);
  const figures = [
    tell(chance, whole, prints[0] ?? even),
    tell(chance, part, prints[1] ?? even),
    rate(chance, (100 * part) / whole),
  ];
  return comesTo('share of money', form, figures, share);
}

/** 目標15場，實際辦理18場，達成率120% */
function attained(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const asked = aSize(chance, few, 15);
  const got = Math.max(1, Math.floor((asked * chance.whole(60, 160)) / 100));
  const print = count(chance, unit);
  const form = chance.one([
    `目標${verb}${noun}{0}，實際${verb}{1}，達成率{2}。`,
    `${noun}目標值{0}，實際達成{1}，達成率為{2}。`,
    `原訂${verb}${noun}{0}，實際完成{1}，目標達成率{2}。`,
    `預定${verb}${noun}{0}，已${verb}{1}，達成率達{2}。`,
    `${verb}${noun}{1}，目標{0}，達成率{2}。`,
    `${noun}年度目標{0}，實績{1}，達成度{2}。`,
    `${verb}${noun}{1}，達成年度目標{0}之{2}。`,
    `${noun}實際值{1}、目標值{0}，達成率{2}。`,
  ]);
  const figures = [
    tell(chance, asked, print),
    tell(chance, got, print),
    tell(chance, (100 * got) / asked, percent(chance)),
  ];
  return comesTo('attainment', form, figures, share);
}

/** 可支用預算8,000萬元，執行6,400萬元，執行率80% */
function executed(chance: Chance): Sentence {
  const whole = chance.whole(500, 60_000) * 10_000;
  const part = Math.ceil((whole / 10_000) * (chance.whole(500, 1000) / 1000)) * 10_000;
  const print = evenMoney(chance);
  const form = chance.one([
    '本項可支用預算{0}，執行{1}，執行率{2}。',
    '委辦費分配數{0}，執行數{1}，執行率為{2}。',
    '補助款核定{0}，實支{1}，執行率{2}。',
    '設備費預算數{0}，決算數{1}，執行率達{2}。',
    '業務費預算{0}，實現數{1}，支用率{2}。',
    '獎補助費執行{1}，占分配數{0}之{2}。',
  ]);
  const figures = [
    tell(chance, whole, print),
    tell(chance, part, print),
    tell(chance, (100 * part) / whole, percent(chance)),
  ];
  return comesTo('execution rate', form, figures, share);
}

/** 預定進度68.0%，實際進度65.5%，落後2.5個百分點 */
function progress(chance: Chance): Sentence {
  const step = chance.one([0.1, 0.01]);
  const print: Print = { step, words: (value) => `${value.toFixed(step === 0.1 ? 1 : 2)}%` };
  const planned = chance.whole(1000, 9900) / 100;
  const late = chance.rarely(2);
  const apart = chance.whole(60, 900) / 100;
  const actual = late ? planned - apart : planned + apart;
  const points: Print = {
    step: step * 2,
    words: (value) => `${value.toFixed(step === 0.1 ? 1 : 2)}${late ? '' : ''}個百分點`,
  };
  const word = late ? '落後' : '超前';
  const form = chance.one([
    `工程預定進度{0}，實際進度{1}，${word}{2}。`,
    `預定進度為{0}，實際進度為{1}，進度${word}{2}。`,
    `截至年底實際進度{1}，較預定進度{0}${word}{2}。`,
    `實際進度{1}，${word}預定進度{0}達{2}。`,
    `累計預定進度{0}、實際進度{1}，${word}{2}。`,
  ]);
  const [a, b] = [tell(chance, planned, print, 'round'), tell(chance, actual, print, 'round')];
  const figures = [a, b, { print: points, value: apart, shown: Math.abs(a.shown - b.shown) }];
  return comesTo('progress', form, figures, ([x = 0, y = 0]) => (late ? x - y : y - x));
}

/** 滿意度由85.2%提升至88.7%，提升3.5個百分點 */
function points(chance: Chance): Sentence {
  const name = chance.one(measures);
  const step = chance.one([0.1, 0.1, 0.01]);
  const places = step === 0.1 ? 1 : 2;
  const print: Print = { step, words: (value) => `${value.toFixed(places)}%` };
  const gap: Print = { step: step * 2, words: (value) => `${value.toFixed(places)}個百分點` };
  const up = chance.rarely(2);
  const [low, apart] = [chance.whole(3000, 8800) / 100, chance.whole(60, 900) / 100];
  const [before, after] = up ? [low, low + apart] : [low + apart, low];
  const [rose, to] = up
    ? chance.one([
        ['提升', '提升至'],
        ['增加', '增至'],
        ['提高', '提高至'],
        ['上升', '上升為'],
      ] as const)
    : chance.one([
        ['下降', '降至'],
        ['減少', '降為'],
        ['降低', '下降至'],
      ] as const);
  const form = chance.one([
    `${name}由{0}${to}{1}，${rose}{2}。`,
    `${name}{1}，較上年度{0}${rose}{2}。`,
    `113年${name}為{1}，較112年之{0}${rose}{2}。`,
    `${name}自112年{0}${to}113年{1}，計${rose}{2}。`,
    `${name}112年{0}、113年{1}，${rose}{2}。`,
  ]);
  const [a, b] = [tell(chance, before, print, 'round'), tell(chance, after, print, 'round')];
  const figures = [a, b, { print: gap, value: apart, shown: Math.abs(a.shown - b.shown) }];
  return comesTo('percentage points', form, figures, ([x = 0, y = 0]) => (up ? y - x : x - y));
}

/** 轄內人口40萬人，通報120例，通報率0.3‰ */
function perMille(chance: Chance): Sentence {
  const [all, some, name, u, v] = chance.one([
    ['轄內人口', '通報', '通報率', '人', '例'],
    ['受檢車輛', '異常', '異常率', '輛', '輛'],
    ['檢驗樣品', '不合格', '不合格率', '件', '件'],
    ['勞工', '職災', '職災發生率', '人', '人'],
    ['發車', '故障', '故障率', '班次', '班次'],
  ] as const);
  const whole = chance.whole(40, 900) * 1000;
  const part = chance.whole(20, Math.floor(whole / 150));
  const step = chance.one([0.1, 0.01]);
  const print: Print = { step, words: (value) => `${value.toFixed(step === 0.1 ? 1 : 2)}‰` };
  const form = chance.one([
    `${all}{0}，${some}{1}，${name}{2}。`,
    `${all}{0}，${some}{1}，${name}為{2}。`,
    `${name}{2}（${all}{0}，${some}{1}）。`,
  ]);
  const figures = [
    tell(chance, whole, count(chance, u)),
    tell(chance, part, count(chance, v)),
    tell(chance, (1000 * part) / whole, print),
  ];
  return comesTo('per mille', form, figures, ([a = 0, b = 0]) => (1000 * b) / a);
}

/** 占三分之二, 四分之一: spoken, and near it. */
function fraction(chance: Chance): Sentence {
  const { verb, noun, unit } = aWork(chance);
  const [words, of, over] = chance.one([
    ['三分之一', 1, 3],
    ['三分之二', 2, 3],
    ['四分之一', 1, 4],
    ['四分之三', 3, 4],
    ['五分之二', 2, 5],
    ['五分之三', 3, 5],
  ] as const);
  const whole = chance.whole(20, 600) * over;
  const part = (whole * of) / over;
  const said: Print = { step: 0, words: () => words, room: (value) => value / 12, elsewhere: (_, value) => value };
  const print = count(chance, unit);
  const form = chance.one([
    `${verb}${noun}{0}，其中偏鄉{1}，占{2}。`,
    `${verb}${noun}{0}，偏鄉占{2}，計{1}。`,
    `已${verb}${noun}{1}，占預定{0}之{2}。`,
  ]);
  const figures = [
    tell(chance, whole, print),
    tell(chance, part, print),
    { print: said, value: (100 * of) / over, shown: (100 * of) / over },
  ];
  return comesTo('fraction in words', form, figures, share, { movable: [0, 1] });
}

/** 參加約1萬2,000人次，…占…: a round base, and the rate that fits the whole one. */
function roundBase(chance: Chance): Sentence {
  const whole = chance.whole(3000, 90_000);
  const part = Math.floor((whole * chance.whole(20, 90)) / 100);
  const form = chance.one(['參與民眾{0}，其中青年{1}，占{2}。', '服務民眾{0}，線上服務{1}，約占{2}。']);
  const figures = [
    tell(chance, whole, about(chance, whole, '人次'), 'round'),
    tell(chance, part, count(chance, '人次')),
    tell(chance, (100 * part) / whole, percent(chance, { least: 0.1 })),
  ];
  return comesTo('share of a round number', form, figures, share);
}

/** 甲占40.5%、乙占35.2%、其他占24.3%，合計100% */
function hundred(chance: Chance): Sentence {
  const names = chance.some(['住宅', '商業', '工業', '農業', '公共設施'], chance.whole(2, 3));
  const print: Print = { step: 0, words: (value) => `${value.toFixed(1)}%` };
  const values: number[] = [];
  let left = 1000;
  for (const _ of names) {
    const value = chance.whole(60, Math.floor(left / 2));
    values.push(value / 10);
    left -= value;
  }
  const list = names.map((name, at) => `${name}占{${at}}`).join('、');
  const bare = names.map((name, at) => `${name}{${at}}`).join('、');
  const at = names.length;
  const form = chance.one([
    `用途別以${list}、其他占{${at}}，合計100%。`,
    `用電結構為${bare}及其他{${at}}，合計100%。`,
    `用途占比為${bare}、其他{${at}}，共100%。`,
    `補助對象比例分別為${bare}及其他{${at}}，合計100%。`,
  ]);
  const figures = [...values, left / 10].map((value) => tell(chance, value, print));
  return {
    kind: 'shares of a hundred',
    form,
    figures,
    refuted: (told) => Math.abs(told.reduce((sum, { shown }) => sum + shown, 0) - 100) > 1,
  };
}

/** 合格率97.6%，不合格率2.4% */
function complement(chance: Chance): Sentence {
  const [a, b] = chance.one([
    ['合格率', '不合格率'],
    ['回收率', '未回收率'],
    ['如期率', '逾期率'],
    ['女性占', '男性占'],
    ['錄取率', '未錄取率'],
  ] as const);
  const value = chance.whole(510, 990) / 10;
  const print: Print = { step: 0, words: (shown) => `${shown.toFixed(1)}%` };
  const form = chance.one([`${a}{0}、${b}{1}。`, `${a}{0}，${b}{1}。`, `${a}為{0}，${b}則為{1}。`]);
  const figures = [value, 100 - value].map((one) => tell(chance, one, print));
  return {
    kind: 'complement',
    form,
    figures,
    refuted: (told) => told.reduce((sum, { shown }) => sum + shown, 0) - 100 > 0.2,
  };
}

/** 系統全年8,784小時，中斷4.4小時，可用率99.95% */
function uptime(chance: Chance): Sentence {
  const down = chance.whole(5, 900) / 10;
  const print: Print = { step: 0.01, words: (value) => `${value.toFixed(2)}%` };
  const form = chance.one([
    '系統全年{0}，中斷{1}，可用率{2}。',
    '系統全年應服務{0}，停機{1}，可用率為{2}。',
    '設備應運轉{0}，故障停機{1}，妥善率{2}。',
  ]);
  const figures = [
    tell(chance, 8784, exactMeasure(0, '小時')),
    { print: { step: 0, words: (value: number) => `${value.toFixed(1)}小時` }, value: down, shown: down },
    tell(chance, 100 - (100 * down) / 8784, print),
  ];
  return {
    kind: 'uptime',
    form,
    figures,
    movable: [1, 2],
    refuted: ([all, off, up]) =>
      all !== undefined &&
      off !== undefined &&
      up !== undefined &&
      Math.abs(100 - (100 * off.shown) / all.shown - up.shown) > 0.05,
  };
}

export const rates: readonly ((chance: Chance) => Sentence)[] = [
  ofAWhole,
  named,
  ofMoney,
  attained,
  executed,
  progress,
  points,
  perMille,
  fraction,
  roundBase,
  hundred,
  complement,
  uptime,
];
