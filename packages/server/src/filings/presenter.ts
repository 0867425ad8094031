import { countBySeverity, isAboutFiling, type Span } from '@guankao/domain';
import type { FilingEdition, FilingRecord } from '@guankao/store';
import type { Facet, FilingLine, FilingTotals, FilingView, FindingView } from '@guankao/web';
import { gravity } from '../plans/evidence.ts';
import { presentFindings, presentIndicator, presentName, presentRows } from '../plans/presenter.ts';
import { placesOf, presentEdition, type Places, presentFilingName } from '../sources/presenter.ts';
import { totalsOf } from './totals.ts';

export function presentFilingLine(record: FilingRecord, totals: FilingTotals): FilingLine {
  return {
    filing: presentFilingName(record),
    form: record.form,
    plans: record.plans,
    findings: record.findings,
    totals,
    editions: record.editions.length,
  };
}

export function presentFiling(held: FilingEdition, lists: readonly Facet[], kept: readonly string[] = []): FilingView {
  const { filing, edition, reading } = held;
  const places = placesOf(held);
  const findings = presentFindings(reading.findings, reading, filing.id, places);
  const sound = findings
    .filter(({ finding }) => isAboutFiling(finding))
    .sort((a, b) => gravity(a.finding) - gravity(b.finding));
  const { plans } = reading;
  const indicators = plans.flatMap((plan) => plan.indicators.map((indicator) => ({ plan, indicator })));
  const count = <T>(of: readonly T[], fits: (each: T) => boolean): number => of.filter(fits).length;
  return {
    ...presentFilingLine(
      { ...filing, plans: plans.length, findings: countBySeverity(reading.findings) },
      totalsOf(plans),
    ),
    edition: presentEdition(filing.editions, edition),
    allEditions: filing.editions.map((each) => presentEdition(filing.editions, each)),
    lines: presentRows(filing.id, reading),
    askFirst: askFirst(sound),
    findingsAll: sound,
    doubts: findings.filter(({ finding }) => !isAboutFiling(finding)),
    verdicts: {
      achieved: count(plans, (plan) => plan.verdict === 'achieved'),
      partly: count(plans, (plan) => plan.verdict === 'partly'),
      not_achieved: count(plans, (plan) => plan.verdict === 'not_achieved'),
      undetermined: count(plans, (plan) => plan.verdict === 'undetermined'),
    },
    stated: {
      achieved: count(plans, (plan) => plan.statedVerdict === 'achieved'),
      not_achieved: count(plans, (plan) => plan.statedVerdict === 'not_achieved'),
      none: count(plans, (plan) => plan.statedVerdict === 'none'),
    },
    targets: {
      met: count(indicators, ({ indicator }) => indicator.met === true),
      missed: count(indicators, ({ indicator }) => indicator.met === false),
      open: count(indicators, ({ indicator }) => indicator.met === null),
    },
    missed: indicators
      .filter(({ indicator }) => indicator.met === false)
      .map(({ plan, indicator }) => ({ ...presentIndicator(indicator, places), plan: presentName(filing.id, plan) })),
    lists,
    kept,
    unread: runs(reading.unread, places).map((span) => ({ text: places.quote(span), place: places.of([span]) })),
    coverage: reading.coverage ?? null,
    notices: reading.notices,
  };
}

/** Unread stretches with nothing but blanks between them are one: a reader cares where they are, not how they were cut. */
function runs(spans: readonly Span[], places: Places): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const samePage = last !== undefined && (last.page ?? null) === (span.page ?? null);
    if (samePage && places.text.slice(last.end, span.start).trim() === '')
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined.filter((span) => places.quote(span).trim() !== '');
}

const asked = 6;

/** What one would lay a finger on first: the gravest, those with arithmetic before those without, one for each plan and rule. */
export function askFirst(findings: readonly FindingView[], most = asked): readonly FindingView[] {
  const plans = new Set<string | undefined>();
  const rules = new Map<string, number>();
  const chosen: FindingView[] = [];
  for (const each of findings.toSorted(byWeight)) {
    const seen = rules.get(each.finding.rule) ?? 0;
    if (plans.has(each.plan?.id) || seen >= 2) continue;
    plans.add(each.plan?.id);
    rules.set(each.finding.rule, seen + 1);
    chosen.push(each);
    if (chosen.length === most) break;
  }
  return chosen;
}

/** The order in which one should ask: the gravest first, of those the ones with arithmetic, matters of layout last. */
export function byWeight(a: FindingView, b: FindingView): number {
  const weight = ({ finding }: FindingView): number =>
    gravity(finding) * 4 +
    (finding.expression === null ? 2 : 0) +
    (finding.category === 'text' || finding.category === 'layout' ? 1 : 0);
  return weight(a) - weight(b);
}
