import type { Share } from './mapping.ts';

const largest = 1_000_000_000_000;

/**
 * An exact ratio as people write it: 1/3, 25%, 12.5 %. null where it is none: 0.33 could be a third that was rounded.
 * What is written comes back as it was written: 1/4 stays 1/4, and 25% is 25/100.
 */
export function readShare(text: string): Share | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replaceAll('∕', '/').replaceAll('⁄', '/');
  const fraction = /^(\d{1,13})\/(\d{1,13})$/.exec(plain);
  if (fraction !== null) return shareOf(Number(fraction[1]), Number(fraction[2]));
  const percent = /^(\d{1,3})(?:\.(\d{1,9}))?%$/.exec(plain);
  if (percent === null) return null;
  const decimals = percent[2] ?? '';
  return shareOf(Number(`${percent[1] ?? ''}${decimals}`), 100 * 10 ** decimals.length);
}

function shareOf(numerator: number, denominator: number): Share | null {
  const fits = (number: number) => number >= 1 && number <= largest;
  return fits(numerator) && fits(denominator) ? { numerator, denominator } : null;
}

/** 1/3; of hundredths 25%, of thousandths 12.5%. */
export function shareText({ numerator, denominator }: Share): string {
  const decimals = Math.log10(denominator) - 2;
  if (!Number.isInteger(decimals) || decimals < 0) return `${numerator}/${denominator}`;
  const digits = String(numerator).padStart(decimals + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return `${whole}${rest === '' ? '' : `.${rest}`}%`;
}
