import { terms } from '@guankao/terms';
import type { Check } from '@guankao/workflow';
import type { Locale } from '../words/words.ts';
import { punctuationIn } from '../words/punctuation.ts';

const checkNames: Readonly<Record<Locale, Readonly<Record<Check['id'], string>>>> = {
  'zh-Hant': {
    accounts: '實現數與已登錄的',
    identity: '可支用－（實現＋應付＋保留＋賸餘）',
    'last-year-budgeted': '累計編列不低於去年累計',
    'last-year-executed': '累計執行不低於去年累計',
    'executed-over-budgeted': '累計執行不高於累計編列',
    'unit-slip': '單位可能差了一千倍',
  },
  en: {
    accounts: 'realised against what is recorded',
    identity: 'available − (realised + payable + carried over + lapsed)',
    'last-year-budgeted': 'budgeted to date against last year’s',
    'last-year-executed': 'executed to date against last year’s',
    'executed-over-budgeted': 'executed against budgeted to date',
    'unit-slip': 'the unit may be off by a thousand',
  },
};

/** Of two amounts of which one may be larger, no equality is said. */
const held: Readonly<Record<Locale, Readonly<Record<Check['id'], string>>>> = {
  'zh-Hant': heldIn('zh-Hant', '相符'),
  en: heldIn('en', 'agrees'),
};

function heldIn(locale: Locale, equal: string): Readonly<Record<Check['id'], string>> {
  return {
    accounts: equal,
    identity: equal,
    'last-year-budgeted': terms.notBelow[locale],
    'last-year-executed': terms.notBelow[locale],
    'executed-over-budgeted': terms.notAbove[locale],
    'unit-slip': equal,
  };
}

/** ● executed against budgeted to date holds (900 ／ 1,000) */
export function checkInWords({ id, agrees, here, there }: Check, locale: Locale): string {
  const amount = (twd: number | null) => (twd === null ? '—' : twd.toLocaleString('en-US'));
  const mark = agrees ? '●' : '○';
  const result = agrees ? held[locale][id] : locale === 'en' ? 'differs' : '不符';
  const { open, slash, close } = punctuationIn(locale);
  return `${mark} ${checkNames[locale][id]} ${result}${open}${amount(here)}${slash}${amount(there)}${close}`;
}
