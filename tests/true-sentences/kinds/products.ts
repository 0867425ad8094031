import type { Chance } from '../chance.ts';
import { count, evenMoney, exactMeasure, percent, tell, type Print } from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';

const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1);

/** 採購平板650臺，每臺1萬2,000元，經費780萬元 */
function price(chance: Chance): Sentence {
  const [thing, unit] = chance.one([
    ['平板電腦', '臺'],
    ['巡檢無人機', '架'],
    ['防護衣', '套'],
    ['救生衣', '件'],
    ['公務車', '輛'],
    ['感測器', '組'],
  ] as const);
  const [many, each] = [chance.whole(4, 900), chance.whole(2, 900) * 1000];
  const print = evenMoney(chance, 1000);
  const form = chance.one([
    `採購${thing}{0}，每${unit}{1}，經費{2}。`,
    `購置${thing}{0}，單價{1}，總價{2}。`,
    `購置${thing}{0}，每${unit}單價{1}，計{2}。`,
    `${thing}{0}，每${unit}{1}，採購金額{2}。`,
    `採購${thing}{0}（每${unit}{1}），共{2}。`,
  ]);
  const figures = [
    tell(chance, many, count(chance, unit)),
    tell(chance, each, print),
    tell(chance, many * each, print),
  ];
  return comesTo('price and number', form, figures, product);
}

/** 每班30人，開設12班，可訓練360人 */
function eachTimes(chance: Chance): Sentence {
  const [many, each] = [chance.whole(3, 60), chance.whole(4, 80)];
  const one = chance.one(['班', '梯次', '場']);
  const form = chance.one([
    `每${one}{1}，開設{0}，共訓練{2}。`,
    `辦理{0}，每${one}{1}，合計培訓{2}。`,
    `每${one}招收{1}，全年{0}，共{2}。`,
    `開辦{0}，每${one}{1}，計{2}參訓。`,
  ]);
  const print = count(chance, '人');
  const figures = [tell(chance, many, count(chance, one)), tell(chance, each, print), tell(chance, many * each, print)];
  return comesTo('each times many', form, figures, product);
}

/** 辦理研習8梯次，每梯次3日、每日6小時，總時數144小時 */
function hours(chance: Chance): Sentence {
  const values = [chance.whole(2, 24), chance.whole(2, 5), chance.whole(3, 8)];
  const units = ['梯次', '日', '小時'];
  const form = chance.one([
    '辦理研習{0}，每梯次{1}、每日{2}，總時數{3}。',
    '開設{0}課程，每梯次{1}，每日{2}，合計{3}。',
  ]);
  const figures = [
    ...values.map((value, at) => tell(chance, value, exactMeasure(0, units[at] ?? ''))),
    tell(chance, product(values), count(chance, '小時')),
  ];
  return comesTo('three factors', form, figures, product);
}

/** 每月租金18萬元，全年租金216萬元 */
function rent(chance: Chance): Sentence {
  const each = chance.whole(2, 90) * 10_000;
  const [print, name] = [evenMoney(chance), chance.one(['租金', '維護費', '服務費'])];
  const form = chance.one([`每月${name}{0}，全年${name}{1}。`, `${name}每月{0}，全年12個月計{1}。`]);
  return comesTo(
    'a year of months',
    form,
    [each, each * 12].map((value) => tell(chance, value, print)),
    ([a = 0]) => a * 12,
  );
}

/** 每公頃補助6萬元，核定45公頃，補助270萬元 */
function subsidy(chance: Chance): Sentence {
  const unit = chance.one(['公頃', '戶', '校', '人', '場次']);
  const [many, each] = [chance.whole(4, 400), chance.whole(1, 60) * 10_000];
  const print = evenMoney(chance);
  const form = chance.one([
    `每${unit}補助{1}，核定{0}，補助{2}。`,
    `每${unit}補助{1}，共補助{0}，計{2}。`,
    `補助{0}，每${unit}{1}，補助總額{2}。`,
    `發放補助{0}，每${unit}{1}，共{2}。`,
  ]);
  const figures = [
    tell(chance, many, count(chance, unit)),
    tell(chance, each, print),
    tell(chance, many * each, print),
  ];
  return comesTo('price and number', form, figures, product);
}

/** 節電200萬度×0.509公斤/度＝1,018公噸, 30場×12月＝360場 */
function formula(chance: Chance): Sentence {
  const [many, each] = [chance.whole(3, 90), chance.whole(4, 80)];
  const one = chance.one(['場', '班', '處', '縣市']);
  const form = chance.one([
    '年度服務量{2}（每' + one + '{1}×{0}）。',
    '培訓人數{2}（{0}×{1}）。',
    '全年訓練量＝{0}×{1}＝{2}。',
  ]);
  const print = count(chance, '人');
  const figures = [tell(chance, many, count(chance, one)), tell(chance, each, print), tell(chance, many * each, print)];
  return comesTo('formula', form, figures, product);
}

/** 結案率96%（結案數480件÷受理數500件×100%） */
function quotient(chance: Chance): Sentence {
  const whole = chance.whole(40, 4000);
  const part = chance.whole(Math.ceil(whole / 3), whole);
  const [name, some, all, unit] = chance.one([
    ['結案率', '結案數', '受理數', '件'],
    ['妥善率', '妥善車輛', '總車輛', '輛'],
    ['投保率', '已投保', '應投保', '戶'],
    ['合格率', '合格數', '抽驗數', '件'],
  ] as const);
  const form = chance.one([
    `${name}{2}（${some}{1}÷${all}{0}×100%）。`,
    `${name}{2}（${some}{1}÷${all}{0}）。`,
    `${name}＝${some}{1}／${all}{0}＝{2}。`,
  ]);
  const print = count(chance, unit);
  const figures = [
    tell(chance, whole, print),
    tell(chance, part, print),
    tell(chance, (100 * part) / whole, percent(chance)),
  ];
  return comesTo('formula', form, figures, ([a = 1, b = 0]) => (100 * b) / a);
}

/** 捐贈80萬美元，依匯率32元折合新臺幣2,560萬元 */
function exchange(chance: Chance): Sentence {
  const [name, one, rate] = chance.one([
    ['美元', '1美元', chance.whole(300, 330) / 10],
    ['歐元', '1歐元', chance.whole(330, 360) / 10],
    ['日圓', '1日圓', chance.whole(20, 24) / 100],
  ] as const);
  const many = chance.whole(2, 90) * (name === '日圓' ? 1_000_000 : 10_000);
  const foreign: Print = { step: 0, words: (value) => `${value / 10_000}萬${name}` };
  const form = chance.one([
    `捐贈款{0}，依匯率{1}折合新臺幣{2}。`,
    `採購設備{0}，以匯率{1}折算，約新臺幣{2}。`,
    `展覽場租{0}，按${one}兌新臺幣{1}計，折合新臺幣{2}。`,
  ]);
  const figures = [
    tell(chance, many, foreign),
    tell(chance, rate, exactMeasure(2, '元')),
    tell(chance, Math.round(many * rate), { step: 0, words: (value: number) => twd(value) }),
  ];
  return comesTo('foreign money', form, figures, product);
}

const twd = (value: number): string => {
  const [tens, rest] = [Math.floor(value / 10_000), value % 10_000];
  return `${tens.toLocaleString('en-US')}萬${rest === 0 ? '' : rest.toLocaleString('en-US')}元`;
};

/** 師生比1：12，教師25人、學生300人 */
function ratio(chance: Chance): Sentence {
  const [some, each] = [chance.whole(4, 90), chance.whole(3, 40)];
  const [a, b, name] = chance.one([
    ['教師', '學生', '師生比'],
    ['輔導員', '學員', '輔導員與學員比'],
    ['保育員', '幼兒', '保育員與幼兒比'],
    ['醫師', '病患', '醫病比'],
  ] as const);
  const said: Print = { step: 0, words: (value) => chance.one([`1：${value}`, `1:${value}`, `1比${value}`]) };
  const words = said.words(each);
  const sign = words.startsWith('1比') ? '1比' : words.slice(0, 2);
  const fixed: Print = { step: 0, words: (value) => `${sign}${value}` };
  const form = chance.one([
    `${name}為{2}，${a}{0}，${b}{1}。`,
    `${a}{0}、${b}{1}，${name}{2}。`,
    `${name}{2}，${a}{0}、${b}{1}。`,
  ]);
  const print = count(chance, '人');
  const figures = [tell(chance, some, print), tell(chance, some * each, print), tell(chance, each, fixed)];
  return comesTo('ratio', form, figures, ([x = 1, y = 0]) => y / x);
}

/** 書面占40%得90分、簡報占60%得85分，總成績87分 */
function weighted(chance: Chance): Sentence {
  const weight = chance.whole(2, 8) * 10;
  const [a, b] = [chance.whole(60, 98), chance.whole(60, 98)];
  const rate: Print = { step: 0, words: (value) => `${value}%` };
  const mark: Print = { step: 0, words: (value) => `${Number(value.toFixed(1))}分` };
  const form = chance.one([
    '書面審查占{0}得{1}、簡報占{2}得{3}，總成績{4}。',
    '進度（{0}）得{1}、品質（{2}）得{3}，綜合評分{4}。',
    '甲項權重{0}得{1}，乙項權重{2}得{3}，加權{4}。',
  ]);
  const figures = [
    tell(chance, weight, rate),
    tell(chance, a, mark),
    tell(chance, 100 - weight, rate),
    tell(chance, b, mark),
    tell(chance, (weight * a + (100 - weight) * b) / 100, mark),
  ];
  return comesTo('weighted score', form, figures, ([w = 0, x = 0, v = 0, y = 0]) => (w * x + v * y) / 100, {
    movable: [1, 3, 4],
  });
}

/** 契約總價4,200萬元，分三期給付，各期1,260萬元、1,680萬元及1,260萬元 */
function instalments(chance: Chance): Sentence {
  const values = [chance.whole(20, 900), chance.whole(20, 900), chance.whole(20, 900)].map((value) => value * 10_000);
  const total = values.reduce((sum, value) => sum + value, 0);
  const print = evenMoney(chance);
  const form = chance.one([
    '契約總價{3}，分三期給付，各期{0}、{1}及{2}。',
    '委辦費{3}分期給付：簽約{0}、期中{1}、期末{2}。',
    '契約金額{3}，分三期撥付，依序為{0}、{1}及{2}。',
  ]);
  const figures = [...values, total].map((value) => tell(chance, value, print));
  return comesTo('instalments', form, figures, (all) => all.reduce((sum, value) => sum + value, 0));
}

export const products: readonly ((chance: Chance) => Sentence)[] = [
  price,
  eachTimes,
  hours,
  rent,
  subsidy,
  formula,
  quotient,
  exchange,
  ratio,
  weighted,
  instalments,
];
