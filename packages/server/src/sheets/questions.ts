import { figureInSigns, inSigns, isAboutFiling, type Sheet, type SheetCell, type SheetLine } from '@guankao/domain';
import type { FilingEdition } from '@guankao/store';
import { terms } from '@guankao/terms';
import {
  addresses,
  filingTitle,
  promiseWords,
  questionWords,
  words,
  type FindingView,
  type Locale,
  type Place,
  type PromiseLine,
} from '@guankao/web';
import { askFirst, byWeight } from '../filings/presenter.ts';
import { presentFindings } from '../plans/presenter.ts';
import type { Known } from '../promises/promises.ts';
import { placesOf, presentFilingName } from '../sources/presenter.ts';

const most = 10;

/** What one question is of: what the filing refutes itself in, or what it said last year. */
type Question = { readonly finding: FindingView } | { readonly promise: PromiseLine };

export interface QuestionsOf {
  readonly held: FilingEdition;
  readonly promises: Known;
  readonly facts: Sheet['facts'];
  readonly locale: Locale;
  /** A path of this site in the language of the sheet, and of its time. */
  readonly to: To;
}

type To = (path: string) => string;

/**
 * 優先釐清十問: what a reader should ask of a filing first, each with the figures, the arithmetic, the agency's words
 * with their place, and what was promised of the same plan before. Findings come first: the gravest of each plan, two of
 * a rule at most; where they are fewer than ten, further findings, then promises of which the filing says nothing good.
 */
export function questions({ held, promises, facts, locale, to }: QuestionsOf): Sheet {
  const t = questionWords(locale);
  const { filing, reading } = held;
  const found = presentFindings(reading.findings, reading, filing.id, placesOf(held)).filter(({ finding }) =>
    isAboutFiling(finding),
  );
  const first = askFirst(found, most);
  const others = found.filter((one) => !first.includes(one)).toSorted(byWeight);
  const ids = new Set(reading.plans.map(({ id }) => `${filing.id}-${id}`));
  const earlier = promises.lines.filter(({ later }) => later.some((row) => ids.has(row)));
  const asked: readonly Question[] = [
    ...[...first, ...others].map((finding) => ({ finding })),
    ...earlier.filter(isOwed).map((promise) => ({ promise })),
  ].slice(0, most);
  const row = (question: Question, at: number): readonly SheetCell[] =>
    'finding' in question
      ? rowOfFinding(question.finding, at, earlier, locale, to)
      : rowOfPromise(question.promise, at, locale, to);
  return {
    language: locale,
    title: `${filingTitle(presentFilingName(filing), locale, words[locale].noAgency)}${words[locale].colon}${terms.tenQuestions[locale]}`,
    facts,
    note: promises.pending === 0 ? t.note : `${t.note} ${promiseWords(locale).pending(promises.pending)}`,
    columns: [
      { title: t.plan, share: 4 },
      { title: t.question, share: 8 },
      { title: t.said, share: 7 },
      { title: t.promised, share: 6 },
    ],
    rows: asked.map(row),
    nothing: t.nothing,
  };
}

/** Past due, and said not to be done, passed over, or spoken of without saying whether. */
function isOwed({ state, basis }: PromiseLine): boolean {
  return state === 'overdue' || basis === 'not-mentioned' || basis === 'unclear';
}

function rowOfFinding(
  { finding, places, plan }: FindingView,
  at: number,
  earlier: readonly PromiseLine[],
  locale: Locale,
  to: To,
): readonly SheetCell[] {
  const t = words[locale];
  const sums = [
    finding.expression === null ? null : inSigns(finding.expression),
    finding.computed === null ? null : `${t.computedValue} ${figureInSigns(finding.computed)}`,
    finding.stated === null ? null : `${t.statedValue} ${figureInSigns(finding.stated)}`,
  ].filter((part) => part !== null);
  const said = finding.evidence.slice(0, mostPlaces).flatMap(({ text }, index): SheetLine[] => {
    const place = places[index];
    return [{ text, as: 'quote' }, ...(place === undefined ? [] : [placeLine(place, locale, to)])];
  });
  return [
    planCell(at, plan === null ? null : { ...plan }, locale, to),
    [
      { text: `${t.inBrackets(t.severity[finding.severity])}${finding.message[locale]}`.trim(), as: 'plain' },
      ...(sums.length === 0 ? [] : [{ text: sums.join(locale === 'en' ? '; ' : '，'), as: 'small' } as const]),
    ],
    said,
    earlier
      .filter(({ later }) => plan !== null && later.includes(plan.id))
      .slice(0, mostPromises)
      .flatMap((promise) => promiseLines(promise, locale, to)),
  ];
}

function rowOfPromise(promise: PromiseLine, at: number, locale: Locale, to: To): readonly SheetCell[] {
  const own = promiseWords(locale);
  const { answer, later } = promise;
  return [
    planCell(at, { id: later.at(-1) ?? promise.plan.id, name: promise.plan.name }, locale, to),
    [{ text: questionWords(locale).whatBecame(own.dueIn(promise.due), own.why(promise)), as: 'plain' }],
    answer === null
      ? []
      : [
          { text: shortened(answer.text), as: 'quote' },
          ...(answer.place === null ? [] : [placeLine(answer.place, locale, to)]),
        ],
    promiseLines(promise, locale, to),
  ];
}

const mostPlaces = 3;
const mostPromises = 2;

function planCell(
  at: number,
  plan: { readonly id: string; readonly name: string } | null,
  locale: Locale,
  to: To,
): SheetCell {
  const name = plan === null ? words[locale].wholeFiling : plan.name;
  const href = plan === null ? {} : { href: to(addresses.plan(plan.id)) };
  return [{ text: `${at + 1}. ${name}`, as: 'strong', ...href }];
}

function promiseLines(promise: PromiseLine, locale: Locale, to: To): SheetLine[] {
  const own = promiseWords(locale);
  const { about, text } = promise;
  return [
    { text: about === null ? text : `${about}……${text}`, as: 'quote' },
    { text: own.cited(promise), as: 'small', href: to(addresses.promise(promise)) },
    { text: `${own.stateName[promise.state]}${own.colon}${own.why(promise)}`, as: 'small' },
  ];
}

function placeLine(place: Place, locale: Locale, to: To): SheetLine {
  const t = words[locale];
  return {
    text: place.page === null ? t.line(place.line) : t.page(place.page),
    as: 'small',
    href: to(addresses.source(place)),
  };
}

/** A passage may be a page long; its place shows all of it. */
const longestQuote = 120;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestQuote ? text : `${characters.slice(0, longestQuote).join('')}…`;
}
