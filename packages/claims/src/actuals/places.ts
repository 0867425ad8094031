import { decisive } from '../judge.ts';
import { roleOf } from '../targets/roles.ts';
import { figuresIn, type Figure, type Item } from '../text/items.ts';
import { sentencesOf, type Sentence } from '../text/sentences.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';
import { toBase, unitFit } from './units.ts';

/** 每縣市2場, answered place by place: 甲縣3場、乙縣1場. Met where each reaches it; what all came to answers only where it is too little for them. */
export function placesOf(untold: Untold): Derived | null {
  const { target, items } = untold;
  const { figure: asked, each, comparator } = target;
  if (asked === null || each?.kind !== 'place') return null;
  const goal = decisive(asked, comparator);
  if (goal === null) return null;
  for (const item of items) {
    for (const sentence of sentencesOf(item)) {
      const members = membersIn(item, sentence, asked);
      const [first] = members;
      if (first === undefined || !speaksOf(untold, item, first.start)) continue;
      const derived = members.length > 1 ? byMembers(untold, item, members, goal) : byWhole(item, first, each.of, goal);
      if (derived !== null) return derived;
    }
  }
  return null;
}

/** The figures of a sentence in the unit asked, without one that they add up to. */
function membersIn(item: Item, { clauses }: Sentence, asked: Figure): readonly Figure[] {
  const figures = clauses
    .flatMap((clause) => figuresIn(item, clause))
    .filter((figure) => unitFit(asked, figure) > 0 && ['plain', 'each', 'part'].includes(roleOf(item, figure)));
  const isTotal = (figure: Figure) => /(合計|共計|總計|共|計)$/.test(item.text.slice(0, figure.start));
  return figures.length > 1 ? figures.filter((figure) => !isTotal(figure)) : figures;
}

function byMembers(untold: Untold, item: Item, members: readonly Figure[], goal: number): Derived | null {
  const { figure: asked, comparator } = untold.target;
  if (asked === null) return null;
  const values = members.map((figure) => inUnitOf(asked, figure));
  const worst = comparator === '<=' ? Math.max(...values) : Math.min(...values);
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined || Number.isNaN(worst)) return null;
  return {
    met: comparator === '<=' ? worst <= goal : worst >= goal,
    result: worst,
    phrase: { item, start: first.start, end: last.end },
    reason: 'place by place',
  };
}

/** 18縣市，每縣市20場 and 計300場: too few for all of them, wherever they were. More than enough says nothing of each. */
function byWhole(item: Item, { start, end, value }: Figure, places: number | null, goal: number): Derived | null {
  if (places === null || value === null || value >= places * goal) return null;
  return { met: false, result: value / places, phrase: { item, start, end }, reason: `too few for ${places} places` };
}

function inUnitOf(asked: Figure, figure: Figure): number {
  return (toBase(1, figure) / toBase(1, asked)) * (figure.value ?? Number.NaN);
}
