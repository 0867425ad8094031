import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trailOf } from '../corpus/said.ts';
import { decimal, equals, printDecimal, type Decimal } from './decimal.ts';
import { extract, extractAll } from './extract.ts';

const digits = '〇一二三四五六七八九';
const spoken = '零一二三四五六七八九';
const financial = '零壹貳參肆伍陸柒捌玖';

function grouped(n: bigint): string {
  return n.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

function wide(text: string): string {
  return text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/** 4億9,234萬3,741 */
function mixed(n: bigint, separators: boolean): string {
  const print = (part: bigint) => (separators ? grouped(part) : part.toString());
  let text = '';
  let rest = n;
  for (const [name, size] of [
    ['兆', 10n ** 12n],
    ['億', 10n ** 8n],
    ['萬', 10n ** 4n],
  ] as const) {
    if (rest / size > 0n) text += print(rest / size) + name;
    rest %= size;
  }
  return rest > 0n || text === '' ? text + print(rest) : text;
}

/** 四億九千二百三十四萬三千七百四十一, or 肆億玖仟… */
function chinese(n: bigint, names: string, units: string): string {
  if (n === 0n) return names.charAt(0);
  let text = '';
  let gap = false;
  for (const [name, size] of [
    ['兆', 10n ** 12n],
    ['億', 10n ** 8n],
    ['萬', 10n ** 4n],
    ['', 1n],
  ] as const) {
    const section = Number((n / size) % 10000n);
    if (section === 0) {
      gap = text !== '';
      continue;
    }
    if (text !== '' && (gap || section < 1000)) text += names.charAt(0);
    text += inSection(section, names, units) + name;
    gap = false;
  }
  return text;
}

function inSection(section: number, names: string, units: string): string {
  let text = '';
  let zero = false;
  for (const [place, unit] of [
    [1000, units.charAt(2)],
    [100, units.charAt(1)],
    [10, units.charAt(0)],
    [1, ''],
  ] as const) {
    const digit = Math.floor(section / place) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? names.charAt(0) : '') + names.charAt(digit) + unit;
      zero = false;
    }
  }
  return text;
}

const amounts = fc.oneof(
  fc.bigInt({ min: 1n, max: 9999n }),
  fc.bigInt({ min: 1n, max: 10n ** 9n }),
  fc.bigInt({ min: 1n, max: 10n ** 16n - 1n }),
);

function readsAs(line: string, value: Decimal): void {
  const found = extract(line);
  expect(found.length, `${line}\n${trailOf(line)}`).toBe(1);
  const got = found[0]?.value;
  expect(
    got !== null && got !== undefined && equals(got, value),
    `${line}: want ${printDecimal(value)}\n${trailOf(line)}`,
  ).toBe(true);
}

describe('a number written in every style reads back', () => {
  const styles: readonly (readonly [string, (n: bigint) => string])[] = [
    ['Western digits', (n) => n.toString()],
    ['thousands separated', grouped],
    ['full width', (n) => wide(grouped(n))],
    ['萬 and 億 between', (n) => mixed(n, true)],
    ['萬 and 億 without separators', (n) => mixed(n, false)],
    ['萬 and 億 in full width', (n) => wide(mixed(n, true))],
    ['Chinese', (n) => chinese(n, spoken, '十百千')],
    ['financial capitals', (n) => chinese(n, financial, '拾佰仟')],
  ];
  test.each(styles)('%s', (_name, write) => {
    fc.assert(fc.property(amounts, (n) => readsAs(`計${write(n)}元整`, decimal(n))));
  });

  test('blanks around 萬 and 億', () => {
    fc.assert(
      fc.property(amounts, (n) =>
        readsAs(
          `計 ${mixed(n, true)
            .replaceAll(/[兆億萬]/g, ' $& ')
            .trim()} 元`,
          decimal(n),
        ),
      ),
    );
  });

  test('a line end anywhere inside the figure', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1000n, max: 10n ** 12n }), fc.nat(), (n, where) => {
        const figure = grouped(n);
        const at = 1 + (where % (figure.length - 1));
        const [got] = extract(`經費${figure.slice(0, at)}\n　　${figure.slice(at)}千元`).slice(-1);
        const values = [got, ...(got?.alternatives ?? [])].map((reading) =>
          reading?.value ? printDecimal(reading.value) : '',
        );
        expect(values, figure).toContain((n * 1000n).toString());
      }),
    );
  });

  test('decimals with a power of ten', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(['萬', 4], ['億', 8], ['百萬', 6], ['千', 3], ['', 0] as const),
        (whole, part, [name, exponent]) => {
          const fraction = String(part).padStart(2, '0');
          readsAs(
            `計${whole}.${fraction}${name}元`,
            decimal(BigInt(`${whole}${fraction}`) * 10n ** BigInt(exponent), 2),
          );
        },
      ),
    );
  });

  test('digit by digit, as years are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), (year) => {
        const text = [...String(year)].map((d) => digits.charAt(Number(d))).join('');
        expect(extract(`於${text}年完成`)[0]?.from).toBe(String(year));
      }),
    );
  });

  test('a day of any year, in ROC and Gregorian, four ways', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        (date) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
          const iso = date.toISOString().slice(0, 10);
          const forms = [
            `民國${year - 1911}年${month}月${day}日`,
            `${year}年${month}月${day}日`,
            `${year - 1911}/${month}/${day}`,
            iso,
          ];
          for (const form of forms)
            expect(
              extract(`於${form}核定`).map((q) => q.from),
              form,
            ).toEqual([iso]);
        },
      ),
    );
  });
});

describe('any string', () => {
  const pieces = fc.constantFrom(
    ...'0123456789０９,，.．-－~～至一二兩十廿百千萬億兆零〇壹拾佰元年月日季底成半倍個第約逾上下以餘多（）(): \n\r\t　%％/A$人次小時分之點\ud83d\ude00\ud800\udc00\u0000\u200b',
  );
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
  );

  test('is read without throwing, in order, without overlaps, each text as it stands', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const { quantities, labels, unread } = extractAll(text);
        let floor = 0;
        for (const { start, end, text: passage } of quantities) {
          expect(start).toBeGreaterThanOrEqual(floor);
          expect(end).toBeGreaterThan(start);
          expect(passage).toBe(text.slice(start, end));
          floor = end;
        }
        for (const { start, end, text: passage } of [...labels, ...unread])
          expect(passage).toBe(text.slice(start, end));
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps the bounds of a range in order and the values exact', () => {
    fc.assert(
      fc.property(noise, (text) => {
        for (const { low, high, value, kind, from } of extract(text)) {
          expect((low === null) === (high === null)).toBe(true);
          expect([value !== null, low !== null, kind === 'date' && from !== null].filter(Boolean).length).toBe(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
