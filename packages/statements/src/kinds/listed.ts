import { exactly, pattern, sameUnit, signOf, whole, type Figure, type MarkedSentence } from '@guankao/passages';
import { just } from '../expression.ts';
import { depths, listFrom } from '../lists.ts';
import { after, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 3案，經費分別為120萬元、80萬元及95萬元: so many things, and a value for each. */
const respectively = pattern(
  '^[^%A。；]{0,16}分別(?:為|是|計|於|達|補助|辦理|核定|編列|投入|完成|設置|服務|獲)?[^%A。；，]{0,8}$',
);

export function* listsIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!sentence.words.includes('分別')) return;
  const deep = depths(sentence);
  yield* namesIn(sentence, deep);
  for (const [i, count] of sentence.figures.entries()) {
    const first = sentence.figures[i + 1];
    if (first === undefined || !isSmallCount(count) || sameUnit(count, first)) continue;
    if (!respectively.test(sentence.words.slice(signOf(sentence, count) + 1, signOf(sentence, first)))) continue;
    const values = listFrom(sentence, sentence.figures, i + 1, deep);
    if (values.length < 2 || !endsThere(sentence, values)) continue;
    yield judged({
      kind: 'listed',
      claim: count,
      word: '分別',
      sure: true,
      suggested: [{ as: 'one-value-for-each', expression: just(counted(values)) }],
    });
  }
}

const isSmallCount = ({ kind, value, widening }: Figure): boolean =>
  kind === 'count' && widening === 'exact' && value.over === 1n && value.of >= 2n && value.of <= 20n;

/** The list is whole: a mark ends it, and no 等. */
function endsThere(sentence: MarkedSentence, values: readonly Figure[]): boolean {
  const last = values.at(-1);
  return (
    last !== undefined &&
    /^[\p{Script=Han}]{0,4}(?:$|[，。；)])/u.test(after(sentence, signOf(sentence, last))) &&
    !/^[^，。；]{0,4}等/u.test(after(sentence, signOf(sentence, last)))
  );
}

function counted(values: readonly Figure[]): Parameters<typeof just>[0] {
  const [first, last] = [values[0], values.at(-1)];
  const value = whole(values.length);
  return {
    words: values.map(({ words }) => words).join('、'),
    source: { from: 'number', start: first?.start ?? 0, end: last?.end ?? 0 },
    value,
    interval: exactly(value),
  };
}

/** 規劃、設計及施工費用分別為…: as many values as names. What is named inside another name (甲、乙二案之預算及決算) is none of it. */
const listOfNames = pattern(
  '(?:^|[，。；])(?<names>(?:[^，。；、及與和暨%A分]{1,8}、)+[^，。；、及與和暨%A分]{1,8}(?:及|與|和|暨)?[^，。；、及與和暨%A]{0,12})分別(?:為|計|達|有|於)$',
);

function* namesIn(sentence: MarkedSentence, deep: ReadonlyMap<Figure, number>): Iterable<Statement> {
  for (const [i, first] of sentence.figures.entries()) {
    const names = listOfNames.exec(sentence.words.slice(0, signOf(sentence, first)))?.groups?.['names'];
    if (names === undefined || /等|各|所屬|之預算|兩|[二三四五六]項/u.test(names)) continue;
    // 甲、乙、丙三廠: the first of them was taken for an item number.
    if (
      sentence.start === 0 &&
      sentence.words.startsWith(names) &&
      sentence.text.passage.marker?.endsWith('、') === true
    )
      continue;
    const many = names.split(/、|及|與|和|暨/u).filter((name) => name !== '').length;
    const values = listFrom(sentence, sentence.figures, i, deep);
    if (values.length < 2 || many < 2 || !endsThere(sentence, values) || values.length > 6) continue;
    yield judged({
      kind: 'listed',
      claim: { ...first, words: `${many}項`, value: whole(many), interval: exactly(whole(many)), step: whole(1) },
      word: '分別',
      sure: true,
      suggested: [{ as: 'one-value-for-each-name', expression: just(counted(values)) }],
    });
  }
}
