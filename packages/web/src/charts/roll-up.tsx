import { sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useOwnWords, useReader, useWords } from '../reader.tsx';
import { both, words } from '../words/words.ts';
import type { Chart, PictureOf } from './chart.ts';
import type { RollUpFact } from './facts.ts';
import { rollUpWords as said } from './roll-up-words.ts';
import { tenth } from './svg.tsx';

export const rollUpBy = said.by;

const verdicts = ['achieved', 'partly', 'notAchieved', 'undetermined'] as const;
type VerdictKey = (typeof verdicts)[number];
const shapes: Record<VerdictKey, string> = { achieved: '●', partly: '◐', notAchieved: '○', undetermined: '–' };
const codes = {
  achieved: 'achieved',
  partly: 'partly',
  notAchieved: 'not_achieved',
  undetermined: 'undetermined',
} as const;

export const rollUp: Chart<RollUpFact> = {
  id: 'roll-up',
  ...said.chart,
  isDrawn: () => true,
  columns: [
    {
      key: 'group',
      ...said.group,
      type: 'string',
      words: { 'zh-Hant': words['zh-Hant'].typeName, en: words.en.typeName },
    },
    { key: 'ministry', ...said.ministry, type: 'string' },
    { key: 'filing', ...said.filing, type: 'string', filesOnly: true },
    { key: 'type', ...said.type, type: 'string', filesOnly: true },
    { key: 'rows', ...said.rows, type: 'integer' },
    { key: 'added', ...said.added, type: 'integer' },
    { key: 'notAdded', ...said.notAdded, type: 'integer' },
    { key: 'budgeted', ...said.budgeted, type: 'integer' },
    { key: 'executed', ...said.executed, type: 'integer' },
    { key: 'rate', ...said.rate, type: 'number' },
    ...verdicts.map(
      (key) =>
        ({
          key,
          head: both(`${words['zh-Hant'].verdict[codes[key]]}（列）`, `${words.en.verdict[codes[key]]} (rows)`),
          about: said.verdicts,
          type: 'integer',
        }) as const,
    ),
  ],
  leadsTo: pathOf,
  Picture: RollUpPicture,
};

function pathOf({ filing, type }: RollUpFact): string {
  const query = new URLSearchParams({ ...(filing === null ? {} : { filing }), ...(type === null ? {} : { type }) });
  return addresses.plans(query.toString());
}

/** More bars than these are no picture; the table has them. */
const mostBars = 60;
/** A bar has no shape to keep: it fills the line that it stands on. */
const end = 1000;

function RollUpPicture({ facts, summary }: PictureOf<RollUpFact>): ReactNode {
  const t = useOwnWords(said.words);
  const { locale } = useReader();
  const shown = facts.slice(0, mostBars);
  const most = Math.max(1, ...shown.flatMap(({ budgeted, executed }) => [budgeted ?? 0, executed ?? 0]));
  const x = scaleLinear([0, most], [0, end]);
  return (
    <section className="roll-up" aria-label={`${said.chart.title[locale]}. ${summary}`}>
      {facts.length > shown.length && <p>{t.largest(mostBars, facts.length)}</p>}
      <p className="legend">
        <span className="swatch is-budgeted" /> {t.budgetedShort} <span className="swatch is-executed" />{' '}
        {t.executedShort}
      </p>
      <ul>
        {shown.map((fact) => (
          <Group key={`${fact.ministry} ${fact.group}`} fact={fact} x={x} />
        ))}
      </ul>
    </section>
  );
}

function Group({ fact, x }: { readonly fact: RollUpFact; readonly x: (amount: number) => number }): ReactNode {
  const t = useOwnWords(said.words);
  const { verdict } = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const href = address(pathOf(fact));
  const name = nameOf(fact, t.notPrinted, words[locale].typeName);
  const money =
    fact.budgeted === null || fact.executed === null
      ? t.noMoney
      : t.money(grouped(fact.budgeted), grouped(fact.executed), fact.rate === null ? '—' : grouped(fact.rate));
  const told = verdicts.map((key) => `${verdict[codes[key]]} ${fact[key]}`).join(t.comma);
  const scale = scaleLinear([0, Math.max(1, fact.rows)], [0, end]);
  return (
    <li>
      <p className="roll-name">
        <a href={href} lang="zh-Hant">
          {name}
        </a>
        {fact.ministry !== null && fact.ministry !== name && (
          <span className="facts" lang="zh-Hant">
            {fact.ministry}
          </span>
        )}
      </p>
      <div className="roll-bars">
        <a href={href} tabIndex={-1} aria-hidden="true" className="bar-link">
          <svg viewBox={`0 0 ${end} 20`} preserveAspectRatio="none" className="roll-bar">
            <title>{`${name}：${money}`}</title>
            <rect className="is-budgeted" x={0} y={1} width={tenth(x(Math.max(0, fact.budgeted ?? 0)))} height={18} />
            <rect className="is-executed" x={0} y={6} width={tenth(x(Math.max(0, fact.executed ?? 0)))} height={8} />
          </svg>
        </a>
        <p className="roll-figures">{money}</p>
        <a href={href} tabIndex={-1} aria-hidden="true" className="bar-link">
          <svg viewBox={`0 0 ${end} 12`} preserveAspectRatio="none" className="roll-bar is-verdicts">
            <title>{`${name}：${told}`}</title>
            {segmentsOf(fact).map(({ key, start }) => (
              <rect
                key={key}
                className={`is-${codes[key]}`}
                x={tenth(scale(start))}
                y={1}
                width={tenth(scale(fact[key]))}
                height={10}
              />
            ))}
          </svg>
        </a>
        <p className="roll-figures">
          {verdicts.map((key) => (
            <span key={key}>
              <span className="shape" aria-hidden="true">
                {shapes[key]}
              </span>{' '}
              {verdict[codes[key]]} {grouped(fact[key])}{' '}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}

/** One behind the other, without those that are empty. */
function segmentsOf(fact: RollUpFact): readonly { readonly key: VerdictKey; readonly start: number }[] {
  return verdicts
    .map((key, at) => ({ key, start: sum(verdicts.slice(0, at), (before) => fact[before]) }))
    .filter(({ key }) => fact[key] > 0);
}

function nameOf({ group }: RollUpFact, notPrinted: string, types: Readonly<Record<string, string>>): string {
  return group === null ? notPrinted : (types[group] ?? group);
}
