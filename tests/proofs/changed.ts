import type { Finding, Operation, Premise, Proof, RefutedReading } from '@guankao/domain';

/** A finding whose proof says something else than it did; `how` names the change. */
export interface Changed {
  readonly how: string;
  readonly finding: Finding;
}

type Random = () => number;
type Change = (proof: Proof, random: Random) => Proof | null;

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)];

/** A premise of a kind, replaced by what `change` makes of it; null where there is none, or nothing is changed. */
function premise<Kind extends Premise['is']>(
  kinds: readonly Kind[],
  change: (one: Extract<Premise, { is: Kind }>, random: Random, proof: Proof) => object | null,
): Change {
  return (proof, random) => {
    const one = pick(
      proof.premises.filter((each): each is Extract<Premise, { is: Kind }> =>
        (kinds as readonly string[]).includes(each.is),
      ),
      random,
    );
    const other = one === undefined ? null : change(one, random, proof);
    if (one === undefined || other === null) return null;
    const premises = proof.premises.map((each) => (each === one ? ({ ...each, ...other } as Premise) : each));
    return { ...proof, premises };
  };
}

function reading(change: (one: RefutedReading, random: Random, proof: Proof) => object | null): Change {
  return (proof, random) => {
    const one = pick(proof.readings, random);
    const other = one === undefined ? null : change(one, random, proof);
    if (one === undefined || other === null) return null;
    return { ...proof, readings: proof.readings.map((each) => (each === one ? { ...each, ...other } : each)) };
  };
}

const moved = (exact: string): string => {
  const [of = '0', over] = exact.split('/');
  const next = String(BigInt(of) + 1n);
  return over === undefined ? next : `${next}/${over}`;
};

/** 4,860件 with one of its digits another. */
function otherDigit(text: string, random: Random): string | null {
  const at = pick(
    [...text].flatMap((character, index) => (/\d/.test(character) ? [index] : [])),
    random,
  );
  if (at === undefined) return null;
  const digit = (Number(text[at]) + 1 + Math.floor(random() * 8)) % 10;
  return text.slice(0, at) + String(digit) + text.slice(at + 1);
}

const works = ['sum', 'difference', 'product', 'quotient', 'growth', 'decline'] as const;

/** Another arithmetic over the same parts, or the same over other parts. */
function otherOperation(operation: Operation, random: Random, ids: readonly string[]): Operation | null {
  if ('premise' in operation) {
    const id = pick(
      ids.filter((one) => one !== operation.premise),
      random,
    );
    return id === undefined ? null : { premise: id };
  }
  const { work, parts } = operation;
  const roll = random();
  if (roll < 0.4)
    return {
      work:
        pick(
          works.filter((one) => one !== work),
          random,
        ) ?? work,
      parts,
    };
  if (roll < 0.6 && work !== 'sum' && work !== 'product') return { work, parts: parts.toReversed() };
  if (roll < 0.8 && parts.length > 2) return { work, parts: parts.slice(1) };
  const at = Math.floor(random() * parts.length);
  const part = parts[at];
  const other = part === undefined ? null : otherOperation(part, random, ids);
  return other === null ? null : { work, parts: parts.with(at, other) };
}

const isOne = (part: Operation | undefined, premises: readonly Premise[]): boolean =>
  part !== undefined &&
  'premise' in part &&
  premises.some((one) => one.id === part.premise && one.is === 'constant' && one.value === '1');

const changes: Readonly<Record<string, Change>> = {
  'a place beside': premise(['number', 'date', 'no-date', 'words'], ({ span }, random) => {
    const by = 1 + Math.floor(random() * 3);
    return { span: { ...span, start: span.start + by, end: span.end + by } };
  }),
  'another quotation': premise(['number', 'date', 'no-date'], ({ text }, random) => {
    const other = otherDigit(text, random);
    return other === null ? null : { text: other };
  }),
  'the words of another premise': premise(['number', 'date'], (one, random, { premises }) => {
    const other = pick(
      premises.flatMap((each) => (each.is === one.is && each.text !== one.text ? [each] : [])),
      random,
    );
    return other === undefined ? null : { text: other.text, span: other.span };
  }),
  'another value': premise(['number', 'ratio', 'constant', 'count'], ({ value }) => ({ value: moved(value) })),
  'another date': premise(['date'], ({ first, last }, random) => {
    const by = random() < 0.5 ? -1 : 365;
    return { first: first + by, last: last + by };
  }),
  'what the calendar lacks': premise(['no-date'], ({ lacks }) => ({ lacks: lacks === 'day' ? 'month' : 'day' })),
  'other values allowed': premise(['number', 'ratio'], ({ interval }, random) => {
    const side = (['low', 'high'] as const).filter((end) => interval[end] !== null)[random() < 0.5 ? 0 : 1] ?? 'low';
    const end = interval[side];
    if (end === null) return null;
    return {
      interval: { ...interval, [side]: random() < 0.5 ? { ...end, at: moved(end.at) } : { ...end, open: !end.open } },
    };
  }),
  'another last place': premise(['number'], ({ step }) => ({ step: step === '1' ? '10' : '1' })),
  'another unit': premise(['number'], ({ unit }) => (unit === null ? null : { unit: unit === '%' ? '件' : '%' })),
  'another arithmetic': reading(({ operation, value }, random, { premises }) => {
    const other = otherOperation(
      operation,
      random,
      premises.map(({ id }) => id),
    );
    // A half of it is as much as what is left: as a decline it says the same, and is true.
    if (other !== null && 'work' in other && other.work === 'decline' && (value === '50' || value === '1/2'))
      return null;
    // What grew from one did so by as much as it is more than one.
    if (other !== null && 'work' in other && other.work === 'growth' && isOne(other.parts[1], premises)) return null;
    return other === null ? null : { operation: other };
  }),
  'another result': reading(({ value }) => (value === null ? null : { value: moved(value) })),
  'another range of results': reading(({ interval }, random) => {
    const side = random() < 0.5 ? 'low' : 'high';
    const end = interval[side];
    return end === null ? null : { interval: { ...interval, [side]: { ...end, at: moved(end.at) } } };
  }),
  'another scale': reading(({ times, value }) =>
    value === '0' || value === null ? null : { times: times === 1 ? 100 : 1 },
  ),
  'another claim': reading(({ claim }, random, { premises }) => {
    const other = pick(
      premises.filter(({ id }) => id !== claim).map(({ id }) => id),
      random,
    );
    return claim === null || other === undefined ? null : { claim: other };
  }),
  'another bound': reading(({ bound }) => (bound === undefined ? null : { bound: moved(bound) })),
  'another way to fail': reading(({ fails }) => ({
    fails: fails === 'above' ? 'below' : fails === 'below' ? 'above' : 'below',
  })),
  'a reading left in name only': (proof) => ({ ...proof, readings: [] }),
};

/** `many` proofs, each changed in one way that changes what it says; which, the random numbers say. Places count from 0. */
export function changedProofs(
  proven: readonly { readonly finding: Finding; readonly document: number }[],
  many: number,
  random: Random,
): readonly (Changed & { readonly document: number })[] {
  const made: (Changed & { readonly document: number })[] = [];
  const names = Object.keys(changes);
  while (made.length < many) {
    const one = pick(proven, random);
    // Each way in its turn, so that none is left out.
    const how = names[(made.length + Math.floor(random() * 3)) % names.length];
    const proof = one?.finding.proof;
    if (one === undefined || how === undefined || proof === undefined) continue;
    const other = changes[how]?.(proof, random) ?? null;
    if (other !== null) made.push({ how, document: one.document, finding: { ...one.finding, proof: other } });
  }
  return made;
}
