/** How a list numbers its items, in the words of ODF (`1`, `a`, `I`, `一, 二, 三, ...`), OOXML (`decimal`, `taiwaneseCounting`) or HTML (`a`). */
export function numbered(value: number, format: string): string {
  const kind = format.toLowerCase();
  if (/counting|一, ?二|ideographdigital|chinese|japanesecounting/.test(kind)) return chineseNumber(value);
  if (/traditional|甲, ?乙/.test(kind)) return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? `${value}`;
  if (/zodiac|子, ?丑/.test(kind)) return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? `${value}`;
  if (/enclosedcircle|①/.test(kind)) return value <= 20 ? String.fromCodePoint(0x245f + value) : `${value}`;
  if (/fullwidth|１/.test(kind))
    return `${value}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (format === 'I' || kind === 'upperroman') return roman(value);
  if (format === 'i' || kind === 'lowerroman') return roman(value).toLowerCase();
  if (format === 'A' || kind === 'upperletter') return letters(value);
  if (format === 'a' || kind === 'lowerletter') return letters(value).toLowerCase();
  if (kind === 'decimalzero') return `${value}`.padStart(2, '0');
  return `${value}`;
}

function letters(value: number): string {
  return value < 1 || value > 26 ? `${value}` : String.fromCharCode(64 + value);
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return `${value}`;
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [amount, sign] of steps) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}

function chineseNumber(value: number): string {
  const digits = '〇一二三四五六七八九';
  if (value < 1 || value > 99) return `${value}`;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}
