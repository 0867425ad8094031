/**
 * Money files as accounting systems give them out, shuffled: lines and columns in any order, names in other widths and
 * blanks, with an agency column or without, totals, strangers, lines twice. Plans of one name stand at several agencies.
 */

export interface Share {
  readonly id: string;
  readonly name: string;
  /** Its id. */
  readonly agency: string;
}

/** A line of the file, and whose it truly is; null: no row's. */
interface TrueLine {
  readonly of: string | null;
  readonly name: string;
  readonly agency: string;
  /** Unlike that of any other line: budget and realised. */
  readonly amount: number;
}

export interface MoneyFile {
  readonly csv: string;
  /** Row id → the one amount that may stand there. Rows with two lines have none. */
  readonly amounts: ReadonlyMap<string, number>;
  /** Every line is surely some row's, or surely nobody's: the file must be recorded whole. */
  readonly isSure: boolean;
}

export const agencyNames: Readonly<Record<string, string>> = {
  ministry: '範例部',
  bureau: '範例署',
  office: '虛擬局',
};

/** Three names at two agencies each, one at three, as the real filing has them; and some that stand alone. */
export const shares: readonly Share[] = [
  ['海岸復育計畫', 'bureau'],
  ['步道整建計畫', 'bureau'],
  ['海岸復育計畫', 'office'],
  ['檔案數位化計畫', 'office'],
  ['步道整建計畫', 'ministry'],
  ['防災倉儲計畫', 'bureau'],
  ['智慧服務計畫', 'office'],
  ['智慧服務計畫', 'bureau'],
  ['智慧服務計畫', 'ministry'],
  ['志工培訓計畫', 'office'],
  ['通學步道計畫（第二期）', 'bureau'],
  ['通學步道計畫（第三期）', 'bureau'],
].map(([name = '', agency = ''], at) => ({ id: `範例部-114-${String(at + 1).padStart(2, '0')}`, name, agency }));

/** mulberry32: the same numbers for the same seed, everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffledFile(next: () => number): MoneyFile {
  const chance = (share: number) => next() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [next(), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);

  let serial = 0;
  const line = (of: string | null, name: string, agency: string): TrueLine => {
    serial += 1;
    return { of, name, agency, amount: 1_000_000 + Math.floor(next() * 9_000) * 1_000 + serial };
  };
  const hasAgency = chance(0.6);
  const some = shares.filter(() => chance(0.8));
  const lines = some.map(({ id, name, agency }) => line(id, name, agencyNames[agency] ?? ''));
  if (chance(0.2)) {
    const twice = pick(shares);
    lines.push(line(twice.id, twice.name, agencyNames[twice.agency] ?? ''));
  }
  if (chance(0.3)) lines.push(line(null, '不在表上的計畫', '範例署'));
  // The same name at an agency of another ministry: nobody's here, where the file says so.
  if (hasAgency && chance(0.3)) lines.push(line(null, pick(shares).name, '他署'));

  const columns = shuffled([
    '計畫名稱',
    ...(hasAgency ? ['執行機關'] : []),
    '法定預算數',
    '實現數',
    '應付數',
    '保留數',
    '賸餘數',
    ...(chance(0.3) ? ['備註'] : []),
  ]);
  const widths = [
    (text: string) => text,
    (text: string) => ` ${text} `,
    (text: string) => text.replaceAll('（', '(').replaceAll('）', ')'),
    (text: string) => [...text].join(chance(0.5) ? ' ' : ''),
  ];
  const cell = ({ name, agency, amount }: TrueLine, column: string): string => {
    if (column === '計畫名稱') return pick(widths)(name);
    if (column === '執行機關') return pick(widths)(agency);
    if (column === '法定預算數' || column === '實現數')
      return chance(0.5) ? String(amount) : `"${amount.toLocaleString('en-US')}"`;
    return column === '備註' ? '—' : pick(['0', '', '-']);
  };
  const total = chance(0.4) ? [columns.map((column) => (column === '計畫名稱' ? '合計' : '9')).join(',')] : [];
  const body = [...shuffled(lines).map((one) => columns.map((column) => cell(one, column)).join(',')), ...total];

  const byRow = Map.groupBy(
    lines.filter(({ of }) => of !== null),
    ({ of }) => of,
  );
  const once = [...byRow.values()].filter((own) => own.length === 1).flat();
  const namesOnce = (name: string) => shares.filter((share) => share.name === name).length === 1;
  const sure = hasAgency ? once : once.filter(({ name }) => namesOnce(name));
  return {
    csv: [columns.join(','), ...body].join('\n'),
    amounts: new Map(sure.map(({ of, amount }) => [of ?? '', amount])),
    isSure: sure.length > 0 && sure.length === lines.filter(({ of }) => of !== null).length,
  };
}
