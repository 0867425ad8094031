import type { Chance } from '../chance.ts';
import { count, day, dayOf, grouped, month, tell, type Print, type Told } from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';
import { aWork, counties, measures, things } from '../words.ts';

const shown = (told: readonly Told[], at: number): number => told[at]?.shown ?? 0;

/** 輔導花蓮、臺東及屏東等3縣市 */
function listed(chance: Chance): Sentence {
  const { verb, noun } = aWork(chance);
  const many = chance.whole(2, 6);
  const [names, unit] = chance.rarely(2)
    ? ([chance.some(counties, many), '縣市'] as const)
    : ([chance.some(things, many), chance.one(['項工作', '項措施', '大面向'])] as const);
  const list = `${names.slice(0, -1).join('、')}${chance.one(['及', '與', '、'])}${names.at(-1)}`;
  const print: Print = {
    step: 0,
    words: (value) => `${value}${unit}`,
    elsewhere: (draw, value) => value + draw.one([-1, 1, 2]),
  };
  const form =
    unit === '縣市'
      ? chance.one([`於${list}等{0}${verb}${noun}。`, `輔導${list}等{0}。`, `${noun}擴及${list}，計{0}。`])
      : chance.one([
          `完成${list}等{0}。`,
          `推動${list}，計{0}。`,
          `本年度完成{0}：${list}。`,
          `完成{0}，分別為${list}。`,
        ]);
  return {
    // 甲及乙等4縣市 may name two of four: more than are named is no contradiction, and is counted apart.
    kind: form.includes('等{0}') ? 'list that 等 leaves open' : 'list that is counted',
    form,
    figures: [tell(chance, many, print)],
    refuted: ([said]) => said?.shown !== many,
  };
}

/** 北、中、南三區分別為24場、18場及21場 with the total of them. */
function respectively(chance: Chance): Sentence {
  const { verb, noun, unit } = aWork(chance);
  const names = chance.some(counties, chance.whole(2, 4));
  const print = count(chance, unit);
  const values = names.map(() => chance.whole(3, 900));
  const places = names.map((_, at) => `{${at}}`);
  const list = `${places.slice(0, -1).join('、')}及${places.at(-1)}`;
  const form = chance.one([
    `${names.slice(0, -1).join('、')}及${names.at(-1)}分別${verb}${noun}${list}，合計{${names.length}}。`,
    `${names.slice(0, -1).join('、')}及${names.at(-1)}${noun}分別為${list}，共{${names.length}}。`,
  ]);
  const figures = [...values, values.reduce((sum, value) => sum + value, 0)].map((value) => tell(chance, value, print));
  return comesTo('respectively', form, figures, (all) => all.reduce((sum, value) => sum + value, 0));
}

/** 3億6,200萬元（即362,000千元）, 2,400公尺（2.4公里） */
function twoUnits(chance: Chance): Sentence {
  const plain = (unit: string): Print => ({ step: 0, words: (value) => `${grouped(value)}${unit}` });
  const scaled = (by: number, unit: string): Print => ({
    step: 0,
    words: (value) => `${Number((value / by).toFixed(4))}${unit}`,
  });
  const [value, one, other] = chance.one([
    [
      chance.whole(1100, 90_000) * 10_000,
      { step: 0, words: (v: number) => wan(v) },
      { step: 0, words: (v: number) => `${grouped(v / 1000)}千元` },
    ],
    [chance.whole(11, 900) * 100, plain('公尺'), scaled(1000, '公里')],
    [chance.whole(11, 900) * 100, plain('公斤'), scaled(1000, '公噸')],
    [chance.whole(2, 90) * 30, plain('分鐘'), scaled(60, '小時')],
    [
      chance.whole(11, 900) * 1_000_000,
      { step: 0, words: (v: number) => `${Number((v / 100_000_000).toFixed(2))}億元` },
      { step: 0, words: (v: number) => `${grouped(v / 10_000)}萬元` },
    ],
  ] as readonly (readonly [number, Print, Print])[]);
  const lead = chance.one(['契約', '施作', '全案']);
  const form = chance.one([`${lead}計{0}（{1}）。`, `${lead}計{0}，即{1}。`, `${lead}{0}（即{1}）。`]);
  return comesTo(
    'one thing in two units',
    form,
    [tell(chance, value, one), tell(chance, value, other)],
    ([a = 0]) => a,
  );
}

const wan = (value: number): string => {
  const [hundreds, tens] = [Math.floor(value / 100_000_000), (value % 100_000_000) / 10_000];
  return hundreds === 0 ? `${grouped(tens)}萬元` : `${hundreds}億${tens === 0 ? '' : `${grouped(tens)}萬`}元`;
};

/** 近5萬人次（49,320人次）, 逾35萬人次（352,460人次）, 約8,600公噸 */
function rounded(chance: Chance): Sentence {
  const value = chance.whole(11_000, 900_000);
  const size = value >= 100_000 ? 10_000 : 1000;
  const way = chance.one(['近', '逾', '約'] as const);
  const unit = chance.one(['人次', '公噸', '戶', '件']);
  const round =
    way === '近'
      ? Math.ceil(value / size) * size
      : way === '逾'
        ? Math.floor(value / size) * size
        : Math.round(value / size) * size;
  const inWan = round % 10_000 === 0;
  const print: Print = { step: 0, words: (v) => `${way}${inWan ? `${v / 10_000}萬` : grouped(v)}${unit}` };
  const form = chance.one(['服務{0}（{1}）。', '全年服務{0}（實際{1}）。', '受惠者{0}，計{1}。']);
  const figures = [
    { print, value: round, shown: round },
    tell(chance, value, { step: 0, words: (v: number) => `${grouped(v)}${unit}` }),
  ];
  return {
    kind: 'rounded, then exactly',
    form,
    figures,
    refuted: (told) => {
      const [a, b] = [shown(told, 0), shown(told, 1)];
      if (way === '近') return b > a || b < a * 0.8;
      return way === '逾' ? b < a : Math.abs(a - b) > a * 0.12;
    },
  };
}

/** 自113年6月1日至11月30日，為期6個月 */
function months(chance: Chance): Sentence {
  const start = chance.whole(110, 113) * 12 + chance.whole(0, 11);
  const many = chance.whole(2, 30);
  const print: Print = {
    step: 0,
    words: (value) => `${value}個月`,
    elsewhere: (draw, value) => value + draw.one([-1, 1]) * draw.whole(2, 9),
  };
  const form = chance.one(['自{0}至{1}，為期{2}。', '計畫自{0}起至{1}止，計{2}。', '訓練期間自{0}至{1}，共計{2}。']);
  const figures = [tell(chance, start, month), tell(chance, start + many - 1, month), tell(chance, many, print)];
  return {
    kind: 'months from to',
    form,
    figures,
    refuted: (told) =>
      Math.abs(shown(told, 1) - shown(told, 0) + 1 - shown(told, 2)) > 1 && shown(told, 1) > shown(told, 0),
  };
}

/** 自113年5月18日至8月18日，計93日 */
function days(chance: Chance): Sentence {
  const [month, dayOfMonth] = [chance.whole(1, 8), chance.whole(1, 28)];
  const start = dayOf(113, month, dayOfMonth);
  const many = chance.whole(5, 110);
  // From the first of a month on everybody counts that day in.
  const first = chance.rarely(2) || dayOfMonth === 1;
  const print: Print = {
    step: 0,
    words: (value) => `${value}日`,
    elsewhere: (draw, value) => Math.max(1, value + draw.one([-1, 1]) * draw.whole(4, 30)),
  };
  const end = start + many - (first ? 1 : 0);
  const form = chance.one([
    '展覽自{0}至{1}，展期{2}。',
    '公告期間自{0}起至{1}止，計{2}。',
    '活動自{0}至{1}，為期{2}。',
    '自{0}至{1}，歷時{2}。',
  ]);
  const figures = [tell(chance, start, day()), tell(chance, end, day('same-year')), tell(chance, many, print)];
  return {
    kind: 'days from to',
    form,
    figures,
    movable: [2],
    refuted: (told) => {
      const apart = shown(told, 1) - shown(told, 0);
      return Math.abs(apart - shown(told, 2)) > 2 && shown(told, 2) !== apart + 1;
    },
  };
}

/** 原訂113年6月30日完成，實際於6月24日完成，提前6日 */
function early(chance: Chance): Sentence {
  const due = dayOf(113, chance.whole(3, 9), chance.whole(1, 28));
  const apart = chance.whole(2, 40);
  const soon = chance.rarely(2);
  const print: Print = {
    step: 0,
    words: (value) => `${value}日`,
    elsewhere: (draw, value) => value + draw.whole(3, 30),
  };
  const did = soon ? due - apart : due + apart;
  const word = soon ? '提前' : chance.one(['逾期', '延遲']);
  const form = chance.one([
    `應於{0}前完成，實際於{1}完成，${word}{2}。`,
    `期末報告原訂{0}提送，實際於{1}提送，${word}{2}。`,
    `履約期限為{0}，廠商於{1}交貨，${word}{2}。`,
  ]);
  const figures = [tell(chance, due, day()), tell(chance, did, day('same-year')), tell(chance, apart, print)];
  return {
    kind: 'early or late by days',
    form,
    figures,
    movable: [2],
    refuted: (told) => Math.abs((soon ? 1 : -1) * (shown(told, 0) - shown(told, 1)) - shown(told, 2)) > 2,
  };
}

/** 履約期限113年9月30日，廠商於9月27日交貨，未逾期 */
function inTime(chance: Chance): Sentence {
  const due = dayOf(113, chance.whole(4, 10), chance.whole(1, 28));
  const did = due - chance.whole(1, 25);
  const form = chance.one([
    '履約期限為{0}，廠商於{1}交貨，未逾期。',
    '應於{0}前完成之報告，業於{1}如期提送。',
    '竣工期限為{0}，廠商於{1}如期竣工。',
    '依契約應於{0}前交貨，廠商於{1}如期交貨。',
    '目標於{0}前上線，實際於{1}上線，如期完成。',
    '原訂{0}前辦理驗收，業於{1}依限完成。',
  ]);
  return {
    kind: 'in time',
    form,
    figures: [tell(chance, due, day()), tell(chance, did, day('same-year'))],
    refuted: (told) => shown(told, 1) > shown(told, 0) + 1 && shown(told, 1) < dayOf(114, 1, 1),
  };
}

/** 民國119年（西元2030年）; 自98年成立，至113年已營運15年 */
function eras(chance: Chance): Sentence {
  const roc: Print = { step: 0, words: (value) => `民國${value}年` };
  if (chance.rarely(2)) {
    const year = chance.whole(105, 125);
    const western: Print = { step: 0, words: (value) => `西元${value}年` };
    const form = chance.one([
      '配合{1}（{0}）目標辦理設計。',
      '依{1}（{0}）達成之目標推動。',
      '{0}（{1}）前完成全面更新。',
    ]);
    return comesTo(
      'two eras',
      form,
      [tell(chance, year, roc), tell(chance, year + 1911, western)],
      ([a = 0]) => a + 1911,
    );
  }
  const since = chance.whole(80, 108);
  const print: Print = {
    step: 0,
    words: (value) => `${value}年`,
    elsewhere: (draw, value) => value + draw.one([-1, 1]) * draw.whole(2, 8),
  };
  const form = chance.one(['本館自{0}開館，至113年屆滿{1}。', '本中心自{0}成立，至113年已營運{1}。']);
  const figures = [tell(chance, since, roc), tell(chance, 113 - since, print)];
  return {
    kind: 'years since',
    form,
    figures,
    movable: [1],
    refuted: (told) => Math.abs(113 - shown(told, 0) - shown(told, 1)) > 1,
  };
}

/** 92%，高於目標值90% */
function against(chance: Chance): Sentence {
  const name = chance.one(measures);
  const target = chance.whole(50, 95);
  const above = chance.rarely(2);
  const value = above ? target + chance.whole(2, 40) / 10 : target - chance.whole(2, 90) / 10;
  const set: Print = { step: 0, words: (v) => `${v}%` };
  const got: Print = { step: 0.1, words: (v) => `${v.toFixed(1)}%` };
  const form = above
    ? chance.one([
        `${name}{1}，高於目標值{0}。`,
        `${name}達{1}，已逾目標值{0}。`,
        `${name}{1}，超過年度目標{0}。`,
        `${name}目標{0}以上，實際{1}，已達成年度目標。`,
        `${name}年度目標為{0}以上，實際達{1}，達成目標。`,
        `${name}目標值{0}以上，實際值{1}，符合目標。`,
      ])
    : chance.one([
        `${name}{1}，低於目標值{0}。`,
        `${name}{1}，未達目標值{0}。`,
        `${name}為{1}，未及年度目標{0}。`,
        `${name}目標{0}以上，實際{1}，未達目標。`,
        `${name}年度目標為{0}以上，實際僅{1}，未達成目標。`,
      ]);
  const figures = [tell(chance, target, set), tell(chance, value, got, 'round')];
  return {
    kind: 'held against a target',
    form,
    figures,
    refuted: (told) => (above ? shown(told, 1) < shown(told, 0) - 0.3 : shown(told, 1) > shown(told, 0) + 0.3),
  };
}

/** 目標控制於30分鐘以內，實際平均28.5分鐘，達成年度目標 */
function within(chance: Chance): Sentence {
  const unit = chance.one(['分鐘', '日', '小時', '件']);
  const most = chance.whole(12, 90);
  const value = (most * chance.whole(75, 97)) / 100;
  const set: Print = { step: 0, words: (v) => `${v}${unit}` };
  const got: Print = { step: 0.1, words: (v) => `${v.toFixed(1)}${unit}` };
  const form = chance.one([
    '平均處理時間目標{0}以內，實際{1}，符合目標。',
    '平均處理時間目標控制於{0}以內，實際平均{1}，達成年度目標。',
    '目標降至{0}以下，實際{1}，已達成。',
    '平均處理時間目標值{0}以下，實際值為{1}，已達目標。',
  ]);
  const figures = [tell(chance, most, set), tell(chance, value, got, 'round')];
  return { kind: 'kept within a bound', form, figures, refuted: (told) => shown(told, 1) > shown(told, 0) + 0.2 };
}

/** 其中女性215人 is never more than the whole. */
function partWithin(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const whole = Math.max(30, Math.floor(few / chance.whole(1, 5)));
  const part = chance.whole(Math.ceil(whole / 2), whole - 1);
  const print = count(chance, unit);
  const form = chance.one([
    `${verb}${noun}{0}，其中首次辦理者{1}。`,
    `${verb}${noun}{0}，其中偏鄉{1}。`,
    `${verb}${noun}共{0}，其中{1}屬原住民族地區。`,
    `${verb}${noun}{0}（含離島{1}）。`,
  ]);
  const figures = [whole, part].map((value) => tell(chance, value, print));
  return { kind: 'part of a whole', form, figures, refuted: (told) => shown(told, 1) > shown(told, 0) };
}

/** 東區61%最高，西區58%次之，北區52%最低 */
function ordered(chance: Chance): Sentence {
  const [a, b, c] = chance.some(['東館', '西館', '南館', '北館'], 3);
  const [low, second, first] = [chance.whole(10, 40), chance.whole(45, 60), chance.whole(65, 90)];
  const unit = chance.one(['%', '件', '萬人次']);
  const print: Print = { step: 0, words: (v) => `${v}${unit}` };
  const form = chance.one([
    `各館以${a}{0}最高，${b}{1}次之，${c}{2}最低。`,
    `三館中以${a}{0}最多，${b}{1}次之，${c}{2}最少。`,
  ]);
  const figures = [first, second, low].map((value) => tell(chance, value, print));
  return {
    kind: 'order',
    form,
    figures,
    refuted: (told) => shown(told, 0) < shown(told, 1) || shown(told, 1) < shown(told, 2),
  };
}

/** 112年1,260件，113年1,120件，較上年度減少: the word and the two figures. */
function direction(chance: Chance): Sentence {
  const { noun, unit } = aWork(chance);
  const low = chance.whole(120, 880);
  const high = low + chance.whole(12, 90);
  const up = chance.rarely(2);
  const [before, after] = up ? [low, high] : [high, low];
  const print = count(chance, unit);
  const word = up ? chance.one(['增加', '成長']) : chance.one(['減少', '下降']);
  const form = chance.one([
    `${noun}{1}，較上年度{0}${word}。`,
    `${noun}113年{1}，較112年{0}${word}。`,
    `${noun}計{1}，較去年{0}明顯${word}。`,
  ]);
  const figures = [before, after].map((value) => tell(chance, value, print));
  return {
    kind: 'which way it went',
    form,
    figures,
    refuted: (told) => (up ? shown(told, 1) < shown(told, 0) : shown(told, 1) > shown(told, 0)),
  };
}

/** 工期300日曆天，展延45日曆天後為345日曆天 */
function extended(chance: Chance): Sentence {
  const [first, more] = [chance.whole(60, 600), chance.whole(10, 90)];
  const print: Print = { step: 0, words: (v) => `${v}日曆天` };
  const form = chance.one([
    '工期{0}，展延{1}後為{2}。',
    '原工期{0}，核定展延{1}，合計{2}。',
    '工期由{0}展延{1}，變更為{2}。',
  ]);
  const figures = [first, more, first + more].map((value) => tell(chance, value, print));
  return comesTo('extended term', form, figures, ([a = 0, b = 0]) => a + b);
}

export const orders: readonly ((chance: Chance) => Sentence)[] = [
  listed,
  respectively,
  twoUnits,
  rounded,
  months,
  days,
  early,
  inTime,
  eras,
  against,
  within,
  partWithin,
  ordered,
  direction,
  extended,
];
