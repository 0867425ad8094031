import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useOwnWords, useReader } from '../reader.tsx';
import type { Chart, PictureOf } from './chart.ts';
import { evidenceStandings, type EvidenceFact } from './evidence-facts.ts';
import { evidenceWords as said } from './evidence-words.ts';
import { tenth } from './svg.tsx';

export const evidenceBy = said.by;

const { column } = said;

export const evidence: Chart<EvidenceFact> = {
  id: 'evidence',
  ...said.chart,
  isDrawn: () => true,
  columns: [
    { key: 'standing', ...column.standing, type: 'string', words: said.standing },
    { key: 'ministry', ...column.ministry, type: 'string' },
    { key: 'year', ...column.year, type: 'year' },
    { key: 'filing', ...column.filing, type: 'string', filesOnly: true },
    { key: 'plans', ...column.plans, type: 'integer' },
    { key: 'added', ...column.added, type: 'integer' },
    { key: 'notAdded', ...column.notAdded, type: 'integer' },
    { key: 'budgeted', ...column.budgeted, type: 'integer' },
    { key: 'moneyShare', ...column.moneyShare, type: 'number' },
    { key: 'targets', ...column.targets, type: 'integer' },
    { key: 'targetShare', ...column.targetShare, type: 'number' },
    { key: 'mixed', ...column.mixed, type: 'integer' },
  ],
  leadsTo: pathOf,
  Picture: EvidencePicture,
};

/** The plans of a grade, of the same scope. */
function pathOf({ standing, filing, year }: EvidenceFact): string {
  const of = filing ?? (year === null ? '' : `${year}`);
  return addresses.chart('evidence-plans', new URLSearchParams({ of, by: standing }).toString());
}

/** More groups than these are no picture; the table has them. */
const mostGroups = 40;
const end = 1000;

function EvidencePicture({ facts, summary }: PictureOf<EvidenceFact>): ReactNode {
  const { locale } = useReader();
  const groups = [...Map.groupBy(facts, ({ ministry }) => ministry)].slice(0, mostGroups);
  return (
    <section className="roll-up evidence" aria-label={`${said.chart.title[locale]}. ${summary}`}>
      <ul>
        {groups.map(([ministry, own]) => (
          <Group key={ministry} ministry={ministry} facts={own} />
        ))}
      </ul>
    </section>
  );
}

interface OfGroup {
  readonly ministry: string | null;
  readonly facts: readonly EvidenceFact[];
}

function Group({ ministry, facts }: OfGroup): ReactNode {
  const t = useOwnWords(said.words);
  return (
    <li>
      <p className="roll-name" lang={ministry === null ? undefined : 'zh-Hant'}>
        {ministry ?? t.all}
      </p>
      <div className="roll-bars">
        <Parts facts={facts} of="budgeted" />
        <Parts facts={facts} of="targets" />
      </div>
    </li>
  );
}

/** One bar, parted by grade, and what it says in words: each part and each word leads to the plans of its grade. */
function Parts({
  facts,
  of,
}: {
  readonly facts: readonly EvidenceFact[];
  readonly of: 'budgeted' | 'targets';
}): ReactNode {
  const t = useOwnWords(said.words);
  const { locale } = useReader();
  const address = useAddress();
  const parts = inOrder(facts).filter((fact) => fact[of] > 0);
  const whole = parts.reduce((sum, fact) => sum + fact[of], 0);
  const x = scaleLinear([0, whole], [0, end]);
  const share = (fact: EvidenceFact): string => {
    const value = of === 'budgeted' ? fact.moneyShare : fact.targetShare;
    return value === null ? '—' : `${grouped(value)}\u00A0%`;
  };
  const told = (fact: EvidenceFact): string =>
    (of === 'budgeted' ? t.moneyOf : t.targetsOf)(said.standing[locale][fact.standing], grouped(fact[of]), share(fact));
  const name = of === 'budgeted' ? t.money : t.targets;
  if (whole === 0)
    return (
      <p className="roll-figures">
        <b>{name}</b> {of === 'budgeted' ? t.noMoney : t.noTargets}
      </p>
    );
  return (
    <>
      <svg viewBox={`0 0 ${end} 20`} preserveAspectRatio="none" className="roll-bar is-grades" aria-hidden="true">
        {parts.map((fact, at) => (
          <a key={fact.standing} href={address(pathOf(fact))} tabIndex={-1}>
            <title>{told(fact)}</title>
            <rect
              className={`is-${fact.standing}`}
              x={tenth(x(parts.slice(0, at).reduce((sum, before) => sum + before[of], 0)))}
              y={2}
              width={tenth(x(fact[of]))}
              height={16}
            />
          </a>
        ))}
      </svg>
      <p className="roll-figures">
        <b>{name}</b>
        {parts.map((fact) => (
          <span key={fact.standing}>
            <span className={`swatch is-${fact.standing}`} /> <a href={address(pathOf(fact))}>{told(fact)}</a>
          </span>
        ))}
      </p>
    </>
  );
}

const inOrder = (facts: readonly EvidenceFact[]): readonly EvidenceFact[] =>
  facts.toSorted((a, b) => evidenceStandings.indexOf(a.standing) - evidenceStandings.indexOf(b.standing));
