/** A way of filling a field with as many characters as are asked for. */
export interface Pattern {
  readonly name: string;
  readonly kind: 'hostile' | 'honest';
  text(characters: number): string;
}

/** One piece over and over: every figure, clause, item and bracket that the readers know, and what comes between. */
const repeated = [
  '\n1. 完成',
  '1年',
  '1元',
  '90%',
  '完成3案。',
  '、',
  '合計10件',
  '其中3件',
  '較上年增加5%',
  '，',
  '。',
  '；',
  '：',
  '\n',
  '（',
  '(1)',
  '「甲',
  '甲、乙及丙，',
  '除1處外，其餘均完成。',
  '第1階段',
  '達成率100%，',
  '預計114年3月完成。',
  '113年9月5日至113年10月5日',
  '1億2,000萬元、',
  '分別為1件、2件及3件，',
  '平均每人2件，計100人，共200件。',
  '\n(一)建置系統1套',
  '\n①目標值90%；實際值91%；達成率101%',
  '未達成',
  '預定進度35%，實際進度37%，超前2%，',
  '計3案，累計完成2案，',
  '應補強90座，累計完成50座；施工中30座、設計中10座；',
  '增設3處、共9處；受理90件，平均每處10件；',
  '\n其中可回收者3公噸，再利用率35%',
  '推動推動',
  '体',
  'A1b2 ',
];

/** Not one piece: what a repeated one leaves out. */
const varied: Readonly<Record<string, (at: number) => string>> = {
  'counted items': (at) => `\n${at + 1}. 完成甲乙${at + 1}案`,
  'other words each time': (at) => `${han(at * 7)}${han(at * 13 + 5)}${han(at * 29 + 11)}館完成${at + 1}座，`,
  'rates of other figures': (at) => `${at + 2}人中${at + 1}人，比率${at % 100}.${at % 10}%，`,
  'list without end': (at) => `${han(at)}${han(at * 3)}${at + 1}件、`,
  'digits alone': (at) => `${(at * 7) % 10}`,
  'headings over headings': (at) => `\n${['一、', '(一)', '1.', '(1)'][at % 4]}辦理${han(at)}工作：`,
};

/** Plain officials' prose about things that do not exist. `at` counts the sentences. */
const prose: Readonly<Record<string, (at: number) => string>> = {
  'works done': (at) => `\n${at + 1}. ${name(at)}興建工程已於113年${month(at)}月完工，並完成驗收。`,
  'counts against targets': (at) =>
    `\n${at + 1}. 辦理${name(at)}輔導${at + 20}案，原定目標${at + 18}案，達成率${(((at + 20) / (at + 18)) * 100).toFixed(1)}%。`,
  'parts of a whole': (at) =>
    `${name(at)}受理申請${at * 3 + 60}件，其中核准${at * 2 + 40}件、駁回${at + 20}件，核准率${((100 * (at * 2 + 40)) / (at * 3 + 60)).toFixed(2)}%。`,
  money: (at) =>
    `${name(at)}總經費${at + 3}億${(at % 9) + 1},000萬元，截至113年底累計支用${at + 2}億元，其餘辦理保留。`,
  'courses and people': (at) =>
    `\n(${at + 1})開辦${name(at)}訓練${(at % 7) + 2}班，培訓${((at % 7) + 2) * 25}人次，平均每班25人，結訓後滿意度${88 + (at % 10)}.${at % 10}%。`,
  delays: (at) =>
    `${name(at)}因流標3次，致工程進度落後，已於113年${month(at)}月決標，預計114年${month(at + 5)}月完工。`,
  'systems in stages': (at) =>
    `\n${at + 1}. ${name(at)}資訊系統第${(at % 3) + 1}階段功能開發完成，並於${month(at)}月上線啟用，使用人數達${at * 13 + 500}人。`,
  'growth on the year': (at) =>
    `${name(at)}全年到訪${at * 37 + 12000}人次，較112年${at * 30 + 11000}人次成長${(at % 9) + 1}.${at % 10}%。`,
  'lists of places': (at) =>
    `於${name(at)}、${name(at + 3)}、${name(at + 8)}等3處設置監測站${(at % 5) + 3}座，並更新設備${(at % 4) + 1}套。`,
  'targets to reach': (at) => `\n${at + 1}、${name(at)}服務覆蓋率達${80 + (at % 19)}%以上，並服務${at * 11 + 90}戶。`,
  'shares in brackets': (at) =>
    `${name(at)}調查女性${at * 2 + 55}人(${40 + (at % 9)}.2%)、男性${at * 3 + 45}人(${51 - (at % 9)}.8%)，合計${at * 5 + 100}人。`,
  'research and results': (at) =>
    `\n(${at + 1})完成${name(at)}研究報告1篇，發表論文${(at % 4) + 1}篇，申請專利${(at % 3) + 1}件，技術移轉金額${at * 5 + 120}萬元。`,
  exceptions: (at) => `除${name(at)}${(at % 3) + 1}處因用地取得延宕外，其餘${(at % 9) + 6}處均已完成點交。`,
  'meetings and visits': (at) =>
    `113年${month(at)}月${(at % 27) + 1}日召開${name(at)}審查會議，${month(at)}月${(at % 27) + 2}日至現場訪視，計出席${at + 12}人。`,
  'law and rules': (at) =>
    `修正「${name(at)}管理辦法」第${at + 2}條，並辦理說明會${(at % 6) + 1}場，參加者${at * 4 + 80}人。`,
  'less is better': (at) =>
    `\n${at + 1}. ${name(at)}事故件數降至${at + 30}件以下，回復時間縮短為${(at % 50) + 10}分鐘。`,
  'headed items': (at) =>
    at % 4 === 0
      ? `\n${chinese(at / 4)}、${name(at)}推動情形：`
      : `\n(${at % 4})完成${name(at)}設施${at + 3}處，進度符合預期。`,
  'half of it': (at) => `${name(at)}約四成民眾使用，近${at + 2}萬人受惠，九成五以上表示滿意。`,
  'cases and hours': (at) =>
    `${name(at)}諮詢專線受理${at * 9 + 310}通，服務時數${at * 2 + 96}小時，結案${at * 8 + 300}件。`,
  'equipment and vehicles': (at) =>
    `\n${at + 1}.購置${name(at)}消防車${(at % 5) + 1}輛、救護車${(at % 4) + 2}輛、無人機${(at % 9) + 3}架，均已交貨。`,
};

export const patterns: readonly Pattern[] = [
  ...repeated.map((piece) => made('hostile', piece.replaceAll('\n', '\\n'), () => piece)),
  ...Object.entries(varied).map(([name, piece]) => made('hostile', name, piece)),
  ...Object.entries(prose).map(([name, piece]) => made('honest', name, piece)),
];

function made(kind: Pattern['kind'], name: string, piece: (at: number) => string): Pattern {
  return {
    name,
    kind,
    text(characters) {
      const pieces: string[] = [];
      for (let at = 0, length = 0; length < characters; at += 1) {
        const next = piece(at);
        pieces.push(next);
        length += next.length;
      }
      return pieces.join('').slice(0, characters);
    },
  };
}

function han(at: number): string {
  return String.fromCharCode(0x5000 + (at % 4000));
}

const firsts = '東西南北中上下前後青白紅山水林田花雲星月';
const seconds = '興和安平仁愛信義光明華昌榮泰德新大文武成';
const things = [
  '圖書館',
  '活動中心',
  '步道',
  '漁港',
  '長照據點',
  '防災公園',
  '養護所',
  '抽水站',
  '學童營養',
  '古道修復',
];

/** 東和步道, 西安漁港 …: four thousand of them. */
function name(at: number): string {
  return `${firsts[at % 20]}${seconds[Math.floor(at / 20) % 20]}${things[at % 10]}`;
}

function month(at: number): number {
  return (at % 12) + 1;
}

function chinese(at: number): string {
  return '一二三四五六七八九十'[at % 10] ?? '一';
}
