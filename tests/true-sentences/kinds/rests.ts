import type { Chance } from '../chance.ts';
import { count, evenMoney, tell } from '../figures.ts';
import { comesTo, type Sentence } from '../sentence.ts';
import { aSize, aWork, rateNames } from '../words.ts';

const less = ([whole = 0, ...off]: readonly number[]): number => off.reduce((rest, value) => rest - value, whole);

/** 應訪視480戶，已訪視452戶，尚有28戶未訪視 */
function leftOver(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const whole = aSize(chance, few, 30);
  const done = chance.whole(Math.ceil(whole / 2), whole - 2);
  const print = count(chance, unit);
  const form = chance.one([
    `${noun}應${verb}{0}，已${verb}{1}，尚有{2}未${verb}。`,
    `預定${verb}${noun}{0}，已完成{1}，尚餘{2}。`,
    `${noun}原訂${verb}{0}，實際${verb}{1}，尚有{2}未完成。`,
    `${noun}總數{0}，已${verb}{1}，其餘{2}將於次年辦理。`,
    `${noun}需求{0}，本年度${verb}{1}，剩餘{2}賡續辦理。`,
  ]);
  const figures = [whole, done, whole - done].map((value) => tell(chance, value, print));
  return comesTo('what is left', form, figures, less);
}

/** 受理4,210件，核准3,680件、駁回365件，餘165件審理中 */
function settled(chance: Chance): Sentence {
  const whole = chance.whole(60, 6000);
  const first = chance.whole(Math.ceil(whole / 3), Math.ceil(whole / 2));
  const second = chance.whole(3, Math.floor(whole / 4));
  const unit = chance.one(['件', '案']);
  const print = count(chance, unit);
  const form = chance.one([
    '受理申請{0}，核准{1}、駁回{2}，餘{3}審理中。',
    '全年受理陳情{0}，已辦結{1}、移轉他機關{2}，尚有{3}辦理中。',
    '收件{0}，核定{1}，退件{2}，其餘{3}補正中。',
    '申請案共{0}，准予備查{1}，退件{2}，未結{3}。',
  ]);
  const figures = [whole, first, second, whole - first - second].map((value) => tell(chance, value, print));
  return comesTo('what is left', form, figures, less);
}

/** 預算5億2,000萬元，執行4億9,400萬元，賸餘2,600萬元 */
function unspent(chance: Chance): Sentence {
  const whole = chance.whole(300, 90_000) * 10_000;
  const spent = Math.floor((whole / 10_000) * (chance.whole(600, 980) / 1000)) * 10_000;
  const print = evenMoney(chance);
  const form = chance.one([
    '委辦費預算{0}，執行{1}，賸餘{2}。',
    '採購案核定經費{0}，實支{1}，結餘{2}繳庫。',
    '設備費編列{0}，支用{1}，剩餘{2}。',
    '補助款核定{0}，已撥付{1}，尚有{2}未撥付。',
    '工程預算{0}，決標金額{1}，標餘款{2}。',
    '契約金額{0}，已估驗計價{1}，尚餘{2}。',
  ]);
  const figures = [whole, spent, whole - spent].map((value) => tell(chance, value, print));
  return comesTo('money left', form, figures, less);
}

/** 報名2,300人，扣除未到課156人及退訓24人，結訓2,120人 */
function net(chance: Chance): Sentence {
  const [a, b, c] = [chance.whole(300, 6000), chance.whole(10, 140), chance.whole(5, 90)];
  const unit = chance.one(['件', '戶', '人']);
  const print = count(chance, unit);
  const [figures, form] = chance.one([
    [[a, b, a - b], '收件{0}，扣除重複申請{1}後，實際審查{2}。'],
    [[a, b, a - b], '申請{0}，扣除資格不符{1}，核定{2}。'],
    [[a, b, c, a - b - c], '報名{0}，扣除未到課{1}及退訓{2}，結訓{3}。'],
    [[a, b, a - b], '通報{0}，其中{1}經查非屬管轄範圍，其餘{2}均已處理。'],
    [[a, b, a - b], '本年新增{0}、註銷{1}，淨增{2}。'],
    [[a, b, a - b], '全年遷入{0}、遷出{1}，淨遷入{2}。'],
    [[a, b, a - b], '清冊登載{0}，剔除重複{1}，列管{2}。'],
  ] as const);
  return comesTo(
    'net of what is taken off',
    form,
    figures.map((value) => tell(chance, value, print)),
    less,
  );
}

/** 年初列管912件，本年新增148件、解除列管260件，年底列管800件 */
function stock(chance: Chance): Sentence {
  const [start, came, went] = [chance.whole(300, 3000), chance.whole(20, 900), chance.whole(20, 290)];
  const print = count(chance, chance.one(['件', '戶', '箱', '人']));
  const form = chance.one([
    '年初列管{0}，本年新增{1}、解除列管{2}，年底列管{3}。',
    '期初庫存{0}，本期購入{1}、發放{2}，期末庫存{3}。',
    '年初收容{0}，本年新收{1}、離開{2}，年底收容{3}。',
  ]);
  const figures = [start, came, went, start + came - went].map((value) => tell(chance, value, print));
  return comesTo('stock and flow', form, figures, ([a = 0, b = 0, c = 0]) => a + b - c);
}

/** 編制250人，現有223人，缺額27人 */
function vacant(chance: Chance): Sentence {
  const whole = chance.whole(30, 900);
  const here = chance.whole(Math.ceil(whole * 0.6), whole - 2);
  const print = count(chance, chance.one(['人', '名']));
  const form = chance.one([
    '編制員額{0}，現有{1}，缺額{2}。',
    '核定員額{0}，現有員額{1}，缺額{2}。',
    '招募名額{0}，已進用{1}，尚缺{2}。',
  ]);
  return comesTo(
    'what is left',
    form,
    [whole, here, whole - here].map((value) => tell(chance, value, print)),
    less,
  );
}

/** 預定450人，實際489人，超出39人; 短少 */
function beyond(chance: Chance): Sentence {
  const { verb, noun, unit, few } = aWork(chance);
  const asked = aSize(chance, few, 30);
  const more = chance.rarely(2);
  const apart = chance.whole(2, Math.max(3, Math.floor(asked / 3)));
  const print = count(chance, unit);
  const form = more
    ? chance.one([
        `目標${verb}${noun}{0}，實際${verb}{1}，超出目標{2}。`,
        `預定${verb}${noun}{0}，實際完成{1}，超出{2}。`,
        `${noun}目標值{0}，實際達成{1}，較目標多{2}。`,
        `${noun}原訂{0}，實際${verb}{1}，超過目標{2}。`,
      ])
    : chance.one([
        `目標${verb}${noun}{0}，實際${verb}{1}，短少{2}。`,
        `預定${verb}${noun}{0}，實際完成{1}，較目標少{2}。`,
        `${noun}目標值{0}，實際{1}，差距{2}。`,
        `${noun}原訂{0}，實際${verb}{1}，尚差{2}。`,
      ]);
  const figures = [asked, more ? asked + apart : asked - apart, apart].map((value) => tell(chance, value, print));
  return comesTo('beyond or short of a target', form, figures, ([a = 0, b = 0]) => Math.abs(b - a));
}

/** 28戶未訪視 of what a rate tells: 應訪視…, 訪視率…. */
function notDone(chance: Chance): Sentence {
  const [whole, part, , unit] = chance.one(rateNames);
  const all = chance.whole(60, 3000);
  const done = chance.whole(Math.ceil(all / 2), all - 3);
  const print = count(chance, unit);
  const form = chance.one([`${whole}{0}，${part}{1}，其餘{2}。`, `${whole}{0}，${part}{1}，尚餘{2}。`]);
  return comesTo(
    'what is left',
    form,
    [all, done, all - done].map((value) => tell(chance, value, print)),
    less,
  );
}

export const rests: readonly ((chance: Chance) => Sentence)[] = [
  leftOver,
  settled,
  unspent,
  net,
  stock,
  vacant,
  beyond,
  notDone,
];
