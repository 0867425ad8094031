import { compare, pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { nearWords, before, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

const right = pattern('^(?:元)?，(?:實際)?(?:計|為|達|共|共計|計有|即)+$');
const under = /(?<word>不足|未達|未滿|未逾|未及|不到|低於)(?:約)?$/u;
const over = /(?<word>超過|突破|逾|超逾|高於|超出)(?:約)?$/u;
const downTo = /(?:降|減|縮短)[^，。；]{0,4}(?:至|到|為)$/u;
const upTo = /(?:增|升|提高|成長|擴充)[^，。；]{0,4}(?:至|到|為|達)$/u;
/** What was asked for is no claim of what came. */
const asked = /目標|應|須|需|預定|預計|上限|標準|門檻|契約|規定|以前|原/u;

/** 支出不足1億元，計1億460萬元: a bound that is said to be kept, and right behind it the very figure. */
export function* boundedIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const [i, bound] of sentence.figures.entries()) {
    const value = sentence.figures[i + 1];
    if (value === undefined || !sameUnit(bound, value) || value.widening !== 'exact') continue;
    const place = signOf(sentence, bound);
    const gap = sentence.words.slice(place + 1, signOf(sentence, value));
    const lead = nearWords(before(sentence, place));
    if (asked.test(lead)) continue;
    const way = wayOf(sentence, bound, lead, gap);
    if (way === null || compare(bound.value, value.value) === 0) continue;
    yield way.up ? noLess(value, way.word, 'bounded', value, bound) : noLess(value, way.word, 'bounded', bound, value);
  }
}

const within = /^(?:以下|以內)(?=，)/u;
const beyond = /^以上(?=，)/u;

function wayOf(
  sentence: MarkedSentence,
  bound: Figure,
  lead: string,
  gap: string,
): { readonly up: boolean; readonly word: string } | null {
  const said = sentence.text.text.slice(bound.start, bound.end + 2);
  const [low, high] = [under.exec(lead)?.groups?.['word'], over.exec(lead)?.groups?.['word']];
  const bare = gap.replace(within, '').replace(beyond, '');
  if (!right.test(bare)) return null;
  if (low !== undefined) return { up: false, word: low };
  if (high !== undefined) return { up: true, word: high };
  // 降至一成以下，為11.8%: the words of the bound may stand within the figure or behind it.
  const all = `${said}${gap}`;
  if (downTo.test(lead) && /以下|以內/u.test(all)) return { up: false, word: '以下' };
  return upTo.test(lead) && /以上/u.test(all) ? { up: true, word: '以上' } : null;
}
