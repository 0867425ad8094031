import type { Chance } from '../chance.ts';
import { count, evenMoney, percent, tell, type Print } from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';
import { aWork, aSize, causes } from '../words.ts';

const growth = ([before = 1, after = 0]: readonly number[]): number => (100 * (after - before)) / before;

interface Pair {
  readonly before: number;
  readonly after: number;
  readonly up: boolean;
}

function pair(chance: Chance, size: number): Pair {
  const before = Math.max(20, aSize(chance, size, 20));
  const up = chance.rarely(2);
  const by = Math.max(1, Math.floor((before * chance.whole(4, up ? 90 : 60)) / 100));
  return { before, after: up ? before + by : before - by, up };
}

/** 由1,200人增至1,380人，成長15% */
function grew(chance: Chance): Sentence {
  const { noun, unit, few } = aWork(chance);
  const { before, after, up } = pair(chance, few);
  const cause = chance.rarely(3) ? `${chance.one(causes)}，` : '';
  const form = up
    ? chance.one([
        `${noun}由{0}增加至{1}，成長{2}。`,
        `${noun}由112年之{0}增至113年之{1}，成長率{2}。`,
        `${noun}{1}，較上年度{0}成長{2}。`,
        `${cause}${noun}113年{1}，較112年{0}增加{2}。`,
        `${noun}112年{0}、113年{1}，成長{2}。`,
        `${noun}自{0}提升為{1}，增幅{2}。`,
        `${noun}由{0}擴增為{1}，增幅達{2}。`,
        `${noun}計{1}，相較去年同期{0}，成長率為{2}。`,
        `${noun}較上年度之{0}成長{2}，達{1}。`,
      ])
    : chance.one([
        `${noun}由{0}減少至{1}，減幅{2}。`,
        `${noun}由112年之{0}降至113年之{1}，下降{2}。`,
        `${noun}{1}，較上年度{0}減少{2}。`,
        `${cause}${noun}113年{1}，較112年{0}下降{2}。`,
        `${noun}自{0}降為{1}，降幅{2}。`,
        `${noun}計{1}，相較去年同期{0}，減少{2}。`,
      ]);
  const print = count(chance, unit);
  const figures = [
    tell(chance, before, print),
    tell(chance, after, print),
    tell(chance, Math.abs(growth([before, after])), percent(chance)),
  ];
  return comesTo('growth', form, figures, (values) => (up ? 1 : -1) * growth(values));
}

/** 由3,470件增加至3,920件，增加450件 */
function rose(chance: Chance): Sentence {
  const { noun, unit, few } = aWork(chance);
  const { before, after, up } = pair(chance, few);
  const form = up
    ? chance.one([
        `${noun}由{0}增加至{1}，增加{2}。`,
        `${noun}{1}，較上年度{0}增加{2}。`,
        `${noun}113年{1}，較112年{0}成長{2}。`,
        `${noun}112年{0}、113年{1}，增加{2}。`,
        `${noun}自{0}擴增為{1}，增{2}。`,
        `${noun}較上年度{0}增加{2}，計{1}。`,
      ])
    : chance.one([
        `${noun}由{0}減少至{1}，減少{2}。`,
        `${noun}{1}，較上年度{0}減少{2}。`,
        `${noun}113年{1}，較112年{0}下降{2}。`,
        `${noun}自{0}降為{1}，減{2}。`,
        `${noun}由112年之{0}降至{1}，降低{2}。`,
      ]);
  const print = count(chance, unit);
  const figures = [before, after, Math.abs(after - before)].map((value) => tell(chance, value, print));
  return comesTo('change by so many', form, figures, ([a = 0, b = 0]) => (up ? b - a : a - b));
}

/** 由5億元提升至5億4,000萬元，成長8% */
function money(chance: Chance): Sentence {
  const before = chance.whole(300, 60_000) * 10_000;
  const up = chance.rarely(2);
  const by = Math.ceil((before / 10_000) * (chance.whole(20, 480) / 1000)) * 10_000;
  const after = up ? before + by : before - by;
  const print = evenMoney(chance);
  const inMoney = chance.rarely(2);
  const word = up ? chance.one(['增加', '成長']) : chance.one(['減少', '下降']);
  const form = chance.one([
    `產值由{0}${up ? '提升至' : '降至'}{1}，${word}{2}。`,
    `營業額{1}，較上年度{0}${word}{2}。`,
    `電費支出由{0}${up ? '增為' : '降為'}{1}，${word}{2}。`,
    `補助額113年{1}，較112年{0}${word}{2}。`,
  ]);
  const claim = inMoney ? tell(chance, by, print) : tell(chance, (100 * by) / before, percent(chance));
  const figures = [tell(chance, before, print), tell(chance, after, print), claim];
  return comesTo(inMoney ? 'change of money' : 'growth of money', form, figures, (values) => {
    const [a = 1, b = 0] = values;
    return (up ? 1 : -1) * (inMoney ? b - a : growth(values));
  });
}

/** 由42分鐘縮短為35分鐘，縮短7分鐘 */
function shortened(chance: Chance): Sentence {
  const unit = chance.one(['分鐘', '日', '天', '小時']);
  const before = chance.whole(12, 90);
  const by = chance.whole(2, before - 3);
  const inPercent = chance.rarely(3);
  const print: Print = { step: 0, words: (value) => `${value}${unit}` };
  const form = chance.one([
    '平均等候時間由{0}縮短為{1}，縮短{2}。',
    '案件處理時間由{0}縮短至{1}，減少{2}。',
    '通關時間自{0}降為{1}，縮短{2}。',
    '平均審查時間{1}，較上年度{0}縮短{2}。',
  ]);
  const figures = [
    tell(chance, before, print),
    tell(chance, before - by, print),
    inPercent ? tell(chance, (100 * by) / before, percent(chance)) : tell(chance, by, print),
  ];
  return comesTo('time saved', form, figures, (values) => {
    const [a = 1, b = 0] = values;
    return inPercent ? -growth(values) : a - b;
  });
}

/** 為上年度3,000萬元之2.4倍; 由20臺增至50臺，增加1.5倍 */
function times(chance: Chance): Sentence {
  const { noun, unit } = aWork(chance);
  const before = chance.whole(12, 900);
  const step = chance.one([0.1, 0.01]);
  const after = Math.round((before * chance.whole(120, 480)) / 100);
  const print = count(chance, unit);
  const more = chance.rarely(2);
  const said: Print = { step, words: (value) => `${value.toFixed(step === 0.1 ? 1 : 2)}倍` };
  const form = more
    ? chance.one([`${noun}由{0}增至{1}，增加{2}。`, `${noun}由112年{0}成長至113年{1}，成長{2}。`])
    : chance.one([
        `${noun}{1}，為上年度{0}之{2}。`,
        `${noun}113年{1}，約為112年{0}之{2}。`,
        `${noun}由{0}增至{1}，為原有之{2}。`,
      ]);
  const figures = [
    tell(chance, before, print),
    tell(chance, after, print),
    tell(chance, after / before - (more ? 1 : 0), said),
  ];
  return comesTo(more ? 'grown by times' : 'so many times', form, figures, ([a = 1, b = 0]) => b / a - (more ? 1 : 0), {
    // 增加2倍 for 增加至2倍 is written too.
    movable: more ? [0, 1] : [0, 1, 2],
  });
}

/** 第4季330件，較第3季300件增加10%，較上年同季440件減少25% */
function twoBases(chance: Chance): Sentence {
  const { noun, unit } = aWork(chance);
  const [last, now] = [chance.whole(100, 900), chance.whole(950, 1800)];
  const other = chance.whole(1900, 3600);
  const print = count(chance, unit);
  const form = chance.one([
    `${noun}{2}，較上年度{0}成長{3}，惟較111年{1}仍減少{4}。`,
    `第4季${noun}{2}，較第3季{0}增加{3}，較上年同季{1}減少{4}。`,
  ]);
  const rate = percent(chance);
  const figures = [
    ...[last, other, now].map((value) => tell(chance, value, print)),
    tell(chance, (100 * (now - last)) / last, rate),
    tell(chance, (100 * (other - now)) / other, rate),
  ];
  return {
    kind: 'growth against two bases',
    form,
    figures,
    movable: [3, 4],
    refuted: (told) => {
      const [a, b, c, d, e] = told.map(({ shown }) => shown);
      if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) return false;
      const apart = [d - (100 * (c - a)) / a, e - (100 * (b - c)) / b];
      return apart.some((one) => Math.abs(one) > 3);
    },
  };
}

/** 由第18名進步至第13名，進步5名 */
function rank(chance: Chance): Sentence {
  const up = chance.rarely(2);
  const [better, apart] = [chance.whole(2, 40), chance.whole(2, 15)];
  const [before, after] = up ? [better + apart, better] : [better, better + apart];
  const place: Print = { step: 0, words: (value) => `第${value}名` };
  const gap: Print = { step: 0, words: (value) => `${value}名` };
  const word = up ? chance.one(['進步', '提升', '上升']) : chance.one(['退步', '下滑']);
  const form = chance.one([
    `國際評比由{0}${word}至{1}，${word}{2}。`,
    `競爭力排名{1}，較上年{0}${word}{2}。`,
    `評比由112年{0}${word}為113年{1}，${word}{2}。`,
  ]);
  const figures = [before, after, apart].map((value, at) => tell(chance, value, at === 2 ? gap : place));
  return comesTo('rank', form, figures, ([a = 0, b = 0]) => (up ? a - b : b - a));
}

export const changes: readonly ((chance: Chance) => Sentence)[] = [grew, rose, money, shortened, times, twoBases, rank];
