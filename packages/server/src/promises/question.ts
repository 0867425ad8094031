import { Type, type Static } from '@sinclair/typebox';
import { promiseStates, type Facet, type PromiseLine } from '@guankao/web';
import { yearOf } from './standing.ts';

/** What may be asked of the promises, on their page, as CSV, feed and calendar, and by programs. */
export const PromiseQuestion = Type.Object({
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Every word must stand in the plan’s name or the promise' }),
  ),
  ministry: Type.Optional(Type.String({ maxLength: 300, description: 'As the filing prints it' })),
  year: Type.Optional(
    Type.Union([Type.Integer({ minimum: 1912, maximum: 9999 }), Type.Literal('none')], {
      description: 'In which it is due, Gregorian; none: without a day',
    }),
  ),
  state: Type.Optional(
    Type.Union(
      promiseStates.map((state) => Type.Literal(state)),
      { description: 'How it stands on the day' },
    ),
  ),
});
export type PromiseQuestion = Static<typeof PromiseQuestion>;

type Condition = 'ministry' | 'year' | 'state';
const conditions: readonly Condition[] = ['ministry', 'year', 'state'];

const valueOf: Readonly<Record<Condition, (line: PromiseLine) => string>> = {
  ministry: ({ filing }) => filing.agency ?? '',
  year: ({ due }) => (due === null ? 'none' : `${yearOf(due)}`),
  state: ({ state }) => state,
};

export interface Found {
  readonly lines: readonly PromiseLine[];
  /** How many each choice would leave, the other conditions kept. */
  readonly facets: Readonly<Record<Condition, readonly Facet[]>>;
}

export function findPromises(lines: readonly PromiseLine[], question: PromiseQuestion): Found {
  const words = (question.q ?? '').normalize('NFKC').split(/\s+/).filter(Boolean);
  const worded = lines.filter((line) => words.every((word) => textOf(line).includes(word)));
  const fits = (line: PromiseLine, condition: Condition): boolean => {
    const asked = question[condition];
    return asked === undefined || valueOf[condition](line) === `${asked}`;
  };
  const facet = (condition: Condition): readonly Facet[] => {
    const rest = worded.filter((line) => conditions.every((other) => other === condition || fits(line, other)));
    const counts = Map.groupBy(rest, valueOf[condition]);
    return [...counts].map(([value, same]) => ({ value, count: same.length }));
  };
  return {
    lines: worded.filter((line) => conditions.every((condition) => fits(line, condition))),
    facets: {
      ministry: facet('ministry').toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
      year: facet('year').toSorted((a, b) => a.value.localeCompare(b.value)),
      state: promiseStates.flatMap((state) => facet('state').filter(({ value }) => value === state)),
    },
  };
}

function textOf({ plan, text, about }: PromiseLine): string {
  return `${plan.name}\n${about ?? ''}\n${text}`.normalize('NFKC');
}
