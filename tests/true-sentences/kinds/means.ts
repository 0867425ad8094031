import type { Chance } from '../chance.ts';
import { count, evenMoney, exactMeasure, measure, tell, type Print } from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';
import { aWork, regions } from '../words.ts';

const over = ([count = 1, total = 0]: readonly number[]): number => total / count;

/** 辦理說明會25場，計1,850人次參加，平均每場74人次 */
function perOne(chance: Chance): Sentence {
  const [verb, noun, one] = chance.one([
    ['辦理', '說明會', '場'],
    ['舉辦', '工作坊', '場次'],
    ['開設', '訓練課程', '班'],
    ['辦理', '演練', '梯次'],
    ['設置', '服務站', '站'],
    ['補助', '偏遠學校', '校'],
    ['輔導', '合作社', '社'],
  ] as const);
  const [many, each] = [chance.whole(4, 120), chance.whole(8, 400)];
  const total = many * each + chance.whole(0, many - 1);
  const unit = chance.one(['人次', '人', '件']);
  const mean: Print = chance.one([measure(1, unit), measure(0.1, unit)]);
  const form = chance.one([
    `${verb}${noun}{0}，計{1}參加，平均每${one}{2}。`,
    `${verb}${noun}{0}，共{1}，平均每${one}{2}。`,
    `全年${verb}${noun}{0}，參與{1}，平均每${one}約{2}。`,
    `${noun}{0}共服務{1}，平均每${one}服務{2}。`,
    `${verb}{0}${noun}，參加人數{1}，每${one}平均{2}。`,
    `${noun}平均每${one}{2}（{0}，計{1}）。`,
  ]);
  const figures = [
    tell(chance, many, count(chance, one)),
    tell(chance, total, count(chance, unit)),
    tell(chance, total / many, mean),
  ];
  return comesTo('mean for each', form, figures, over);
}

/** 補助240案，核定9,600萬元，平均每案40萬元 */
function moneyPerOne(chance: Chance): Sentence {
  const one = chance.one(['案', '家', '校', '戶', '件']);
  const many = chance.whole(4, 300);
  const each = chance.whole(3, 400) * 10_000;
  const print = evenMoney(chance);
  const form = chance.one([
    `補助{0}，核定經費{1}，平均每${one}{2}。`,
    `核定{0}，補助總額{1}，平均每${one}補助{2}。`,
    `累計輔導{0}，投入{1}，平均每${one}{2}。`,
  ]);
  const figures = [tell(chance, many, count(chance, one)), tell(chance, many * each, print), tell(chance, each, print)];
  return comesTo('mean of money', form, figures, over);
}

/** 全年服務73,200人次，平均每月6,100人次 */
function perMonth(chance: Chance): Sentence {
  const { verb, noun, unit } = aWork(chance);
  const each = chance.whole(20, 4000);
  const print = count(chance, unit);
  const form = chance.one([
    `全年${verb}${noun}{0}，平均每月{1}。`,
    `${noun}全年12個月共${verb}{0}，平均每月${verb}{1}。`,
    `全年${verb}${noun}{0}，每月平均{1}。`,
  ]);
  const figures = [each * 12, each].map((value) => tell(chance, value, print));
  return comesTo('mean of a month', form, figures, ([total = 0]) => total / 12);
}

/** 分別為88分、90分、91分及93分，平均90.5分 */
function ofAList(chance: Chance): Sentence {
  const many = chance.whole(2, 5);
  const unit = chance.one(['分', '%', '小時', '公釐']);
  const values = Array.from({ length: many }, () => chance.whole(60, 98));
  const total = values.reduce((sum, value) => sum + value, 0);
  const places = values.map((_, at) => `{${at}}`);
  const list = `${places.slice(0, -1).join('、')}及${places.at(-1)}`;
  const names = chance.some(regions, many);
  const told = names.map((name, at) => `${name}{${at}}`).join('、');
  const form = chance.one([
    `各季滿意度分別為${list}，平均{${many}}。`,
    `${many}次測驗成績分別為${list}，平均為{${many}}。`,
    `各場回饋得分依序為${list}，平均{${many}}。`,
    `各區測得數值分別為${told}，平均{${many}}。`,
  ]);
  const figures = [
    ...values.map((value) => tell(chance, value, exactMeasure(0, unit))),
    tell(chance, total / many, measure(chance.one([0.1, 0.01]), unit)),
  ];
  return comesTo('mean of a list', form, figures, (all) => all.reduce((sum, value) => sum + value, 0) / many);
}

/** 最高91%、最低73%，平均82% */
function between(chance: Chance): Sentence {
  const unit = chance.one(['%', '分', '分鐘', '人']);
  const [low, wide] = [chance.whole(40, 80), chance.whole(6, 15)];
  const print: Print = { step: 0, words: (value) => `${value}${unit}` };
  const form = chance.one([
    '各區通過率最高{1}、最低{0}，平均通過率{2}。',
    '各站數值介於{0}至{1}之間，平均{2}。',
    '各校參與情形最低{0}、最高{1}，平均{2}。',
    '五區調查結果落在{0}至{1}間，平均{2}。',
  ]);
  const figures = [low, low + wide, low + chance.whole(2, wide - 2)].map((value) => tell(chance, value, print));
  return {
    kind: 'mean between its ends',
    form,
    figures,
    movable: [2],
    refuted: ([a, b, c]) =>
      a !== undefined && b !== undefined && c !== undefined && (c.shown > b.shown + 1 || c.shown < a.shown - 1),
  };
}

/** 志工620人全年服務37,200小時，平均每人60小時 */
function perHead(chance: Chance): Sentence {
  const [many, each] = [chance.whole(12, 900), chance.whole(3, 160)];
  const [who, unit] = chance.one([
    ['志工', '小時'],
    ['巡查員', '件'],
    ['輔導員', '戶'],
    ['社工', '案'],
  ] as const);
  const form = chance.one([
    `${who}{0}全年服務{1}，平均每人{2}。`,
    `${who}{0}，全年負責{1}，平均每人服務{2}。`,
    `${who}{0}共服務{1}，平均每人{2}。`,
  ]);
  const print = count(chance, unit);
  const figures = [
    tell(chance, many, count(chance, '人')),
    tell(chance, many * each, print),
    tell(chance, each, print),
  ];
  return comesTo('mean for each person', form, figures, over);
}

/** 轄內人口12萬人，醫師216人，每萬人口醫師數18人 */
function perTenThousand(chance: Chance): Sentence {
  const [people, each] = [chance.whole(3, 60), chance.whole(4, 40)];
  const who = chance.one(['醫師', '藥師', '護理師', '社工師']);
  const form = chance.one([
    `轄區人口{0}，${who}{1}，每萬人口${who}數{2}。`,
    `全縣人口{0}，${who}{1}，每萬人口${who}{2}。`,
  ]);
  const figures = [
    {
      print: { step: 0, words: (value: number) => `${value / 10_000}萬人` },
      value: people * 10_000,
      shown: people * 10_000,
    },
    tell(chance, people * each, count(chance, '人')),
    tell(chance, each, count(chance, '人')),
  ];
  return comesTo('of ten thousand people', form, figures, ([all = 1, some = 0]) => (some * 10_000) / all);
}

export const means: readonly ((chance: Chance) => Sentence)[] = [
  perOne,
  moneyPerOne,
  perMonth,
  ofAList,
  between,
  perHead,
  perTenThousand,
];
