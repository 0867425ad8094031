import type { Span } from '@guankao/domain';
import { filingRule, type PlacedFault } from '../engine/rule.ts';
import { clauseAround } from '../facts/figure.ts';
import { place, type Row } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';
import { bigrams, share } from '../facts/likeness.ts';

const meta = {
  id: 'swapped-rows',
  title: { 'zh-Hant': '兩列名稱與內容似互換', en: 'Two rows seem to have each other’s texts' },
  category: 'contradiction',
  severity: 'warning',
  authority: '同列名稱與內容應屬同一計畫',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '名稱與內容錯置，經費就對不到工作。',
    en: 'With names and texts crossed, the money no longer goes with the work.',
  },
  messages: {
    swapped: {
      fault: {
        'zh-Hant': '本列名為「{name}」，所寫「{words}」卻屬「{other}」，兩列互換。',
        en: 'The row is named “{name}”, but “{words}” belongs to “{other}”; the two are crossed.',
      },
      settle: {
        'zh-Hant': '請核對原印頁，確認名稱、金額與內容何者錯列。',
        en: 'Check on the printed page which of name, money and text stands in the wrong row.',
      },
    },
  },
} as const;

interface Named {
  readonly row: Row;
  readonly name: string;
  /** What tells it from its sisters: pairs of characters of its name that no sister has. */
  readonly own: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
}

/** Less than a third of its own name against more than half of the other's: measured on the corpus, far from either side. */
const strange = 0.34;
const familiar = 0.5;

export const rule = filingRule(meta, function* ({ rows }): Iterable<PlacedFault<keyof typeof meta.messages>> {
  for (const family of families(rows)) {
    for (const a of family) {
      for (const b of family) {
        if (a === b || !belongsTo(a, b) || !belongsTo(b, a)) continue;
        const witness = bestClause(a.row, b.own);
        if (witness === null) continue;
        yield {
          plan: a.row.plan.id,
          says: 'swapped',
          words: { name: tail(a.name), other: tail(b.name), words: witness.words },
          at: [nameSpan(a.row), witness.span, ...secondWitness(a.row, b.own, witness)],
          perhapsConversion: true,
        };
        break;
      }
    }
  }
});

/** a's texts hardly know a's own name and well know b's. */
const belongsTo = (a: Named, b: Named): boolean =>
  share(a.own, a.texts) <= strange && share(b.own, a.texts) >= familiar;

/** Rows whose names begin alike, up to a dash: only sisters are mistaken for one another. */
function families(rows: readonly Row[]): readonly (readonly Named[])[] {
  const sisters = Map.groupBy(
    rows.filter(({ texts }) => texts.length > 0).map((row) => ({ row, name: row.plan.name.value.replace(/\s/gu, '') })),
    ({ row, name }) => row.parent?.id ?? /^(?<family>.{4,}?)[-－—–]/u.exec(name)?.groups?.['family'] ?? row.plan.id,
  );
  return [...sisters.values()].filter((family) => family.length > 1).map(withOwnWords);
}

function withOwnWords(family: readonly { readonly row: Row; readonly name: string }[]): readonly Named[] {
  const grams = family.map(({ name }) => bigrams(name.replace(/(?:子)?計畫$/u, '')));
  return family.map(({ row, name }, i) => ({
    row,
    name,
    own: new Set([...(grams[i] ?? [])].filter((gram) => grams.every((other, j) => i === j || !other.has(gram)))),
    texts: bigrams(row.texts.map(({ text }) => text).join('。')),
  }));
}

interface Witness {
  readonly text: Text;
  readonly words: string;
  readonly span: Span;
  readonly score: number;
}

/** The clause that knows most of the other's name. */
function bestClause(row: Row, own: ReadonlySet<string>, except?: Text): Witness | null {
  let best: Witness | null = null;
  for (const text of row.texts) {
    if (text === except) continue;
    for (const match of text.text.matchAll(/[^，。；：、]{4,}/gu)) {
      const [start, end] = clauseAround(text.text, match.index, match.index + match[0].length);
      const words = text.text.slice(start, Math.min(end, start + 36));
      const score = share(own, bigrams(words));
      if (score > (best?.score ?? 0)) best = { text, words, span: place(text, start, start + words.length), score };
    }
  }
  return best;
}

function secondWitness(row: Row, own: ReadonlySet<string>, first: Witness): readonly Span[] {
  const second = bestClause(row, own, first.text);
  return second === null ? [] : [second.span];
}

function nameSpan({ plan }: Row): Span {
  const span = plan.name.spans[0];
  if (span === undefined) throw new RangeError('a name without a place');
  return span;
}

const tail = (name: string): string => name.split(/[-－—–]/u).at(-1) ?? name;
