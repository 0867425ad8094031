import { noticeRule, type NoticeRule } from '@guankao/regulations';
import type { Actor, Grant, Role } from '../actors.ts';
import type { Context } from '../context.ts';
import { dayInTaipei } from '../days.ts';
import type { CollectionRecord } from '../nouns/collection/collection.ts';
import { collectionPolicy } from '../nouns/collection/policy.ts';
import { maySee, type CommentRecord } from '../nouns/comment/comment.ts';
import { movesOfReport, periodicReportPolicy } from '../nouns/periodic-report/policy.ts';
import { reportId, type PeriodicReport } from '../nouns/periodic-report/report.ts';
import { firstApproval, periodsOf } from '../nouns/periodic-report/schedule.ts';
import { movesOf, rowPolicy } from '../nouns/row/policy.ts';
import { isStanding, type RowRecord } from '../nouns/row/row.ts';
import { movesOfWorkPlan, workPlanPolicy } from '../nouns/work-plan/policy.ts';
import { contentInForce, workPlanId, type WorkPlan } from '../nouns/work-plan/work-plan.ts';
import { yearPolicy } from '../nouns/year/policy.ts';
import type { YearRecord } from '../nouns/year/year.ts';
import { may } from '../policy.ts';
import type { Workdays } from '../workdays.ts';
import { noticeKinds, type Notice, type NoticeKind } from './notice.ts';

/** A year as the record has it: what one person may see of it is decided here. */
export interface YearAtHand {
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
  readonly workPlans: readonly WorkPlan[];
  readonly reports: readonly PeriodicReport[];
  readonly collections: readonly CollectionRecord[];
  /** On its rows and on what belongs to them. */
  readonly comments: readonly CommentRecord[];
}

/** All that notices are made of. */
export interface AtHand {
  readonly years: readonly YearAtHand[];
  /** The last move of a row, work plan or report, by its id: the number of its event, and when. */
  readonly moves: ReadonlyMap<string, { readonly number: number; readonly at: Date }>;
  /** Of everybody who works here: by them a superior is found. */
  readonly grants: readonly Grant[];
  /** By which days of rest move what is due; without them weekends alone. */
  readonly workdays?: Workdays | undefined;
}

/**
 * What one person should know now, the most urgent first; and what those should whose deputy they are, of `principals`:
 * this person in each of their names. A matter of an instant: nothing is kept of it.
 */
export function noticesOf(at: AtHand, who: Context, principals: readonly Actor[] = []): readonly Notice[] {
  const own = ofOne(at, who);
  // What comes to several of them comes once.
  const known = new Set(own.map(({ key }) => key));
  const others = principals.flatMap((actor) => {
    const { deputyship, name } = actor.actingFor ?? {};
    if (deputyship === undefined || name === undefined) return [];
    const fresh = ofOne(at, { ...who, actor }).filter(({ key }) => !known.has(key));
    for (const { key } of fresh) known.add(key);
    return fresh.map((notice) => ({ ...notice, key: `${deputyship} ${notice.key}`, for: { deputyship, name } }));
  });
  const rank = (kind: NoticeKind) => noticeKinds.indexOf(kind);
  // Of what is late, the latest first.
  return [...own, ...others].toSorted((a, b) => rank(a.kind) - rank(b.kind) || b.days - a.days);
}

function ofOne({ years, moves, grants, workdays }: AtHand, who: Context): readonly Notice[] {
  const { actor, tree, now } = who;
  const today = dayInTaipei(now);
  const asked: Asked = { who, today, rule: noticeRule(today), moves, grants, workdays };
  return years
    .filter(({ year }) => year.state !== 'discarded' && may(yearPolicy, 'read', actor, year, tree))
    .flatMap((at) => [
      ...ofRows(at, asked),
      ...ofReports(at, asked),
      ...ofCollections(at, asked),
      ...ofComments(at, asked),
    ]);
}

/** Whose matters these are: a deputy asks for those of their principal. */
function ownAccount({ actor }: Context): string {
  return actor.actingFor?.account ?? actor.id;
}

interface Asked extends Omit<AtHand, 'years'> {
  readonly who: Context;
  /** ISO, in Taipei. */
  readonly today: string;
  readonly rule: NoticeRule;
}

function ofRows({ rows, workPlans }: YearAtHand, asked: Asked): Notice[] {
  const { actor, tree } = asked.who;
  const planOf = new Map(workPlans.map((plan) => [plan.id, plan]));
  return rows.filter(isStanding).flatMap((row) => {
    const plan = planOf.get(workPlanId(row.id, row.agency));
    const notices = may(rowPolicy, 'read', actor, row, tree) ? ofRow(row, asked) : [];
    if (plan === undefined || !may(workPlanPolicy, 'read', actor, plan, tree)) return notices;
    return [...notices, ...ofWorkPlan(row, plan, asked)];
  });
}

function ofRow(row: RowRecord, asked: Asked): Notice[] {
  const { actor, tree } = asked.who;
  const told = (kind: NoticeKind, key: string) => [about(row, kind, row.id, key)];
  const writes = may(rowPolicy, 'write-texts', actor, row, tree);
  if (row.state === 'returned' && writes) return told('row-returned', since(asked, row.id));
  // An agency that a row was handed over to is told, too.
  if (row.state === 'drafting' && writes) return told('row-to-write', row.agency);
  if (movesOf(row, actor, tree).includes('approve')) return told('row-to-approve', since(asked, row.id));
  return row.state === 'approved' && isAnswer(row, asked, row.id) ? told('row-approved', since(asked, row.id)) : [];
}

function ofWorkPlan(row: RowRecord, plan: WorkPlan, asked: Asked): Notice[] {
  const { actor, tree } = asked.who;
  const told = (kind: NoticeKind) => [about(row, kind, plan.id, since(asked, plan.id))];
  if (plan.state === 'returned' && may(workPlanPolicy, 'write', actor, plan, tree)) return told('work-plan-returned');
  if (movesOfWorkPlan(plan, actor, tree).includes('approve')) return told('work-plan-to-approve');
  return plan.state === 'approved' && isAnswer(plan, asked, plan.id) ? told('work-plan-approved') : [];
}

function ofReports(at: YearAtHand, asked: Asked): Notice[] {
  const { actor, tree } = asked.who;
  const rows = new Map(at.rows.filter(isStanding).map((row) => [workPlanId(row.id, row.agency), row]));
  const reports = new Map(at.reports.map((report) => [report.id, report]));
  return at.workPlans.flatMap((plan) => {
    const row = rows.get(plan.id);
    const content = contentInForce(plan);
    if (row === undefined || content === null || !may(periodicReportPolicy, 'read', actor, asNew(row), tree)) return [];
    const periods = periodsOf(at.year, content.level, tree, firstApproval(plan), asked.workdays).filter(
      ({ month, lastDay }) => asked.today > lastDay && !(at.year.lockedMonths ?? []).includes(month),
    );
    const ofPeriods = periods.flatMap(({ month, due }) => {
      const report = reports.get(reportId(row.id, row.agency, month)) ?? null;
      return ofPeriod({ row, year: at.year, report, month, due }, asked);
    });
    return [...ofPeriods, ...ofCheckPoints(row, plan, at.reports, asked)];
  });
}

interface Period {
  readonly row: RowRecord;
  readonly year: YearRecord;
  readonly report: PeriodicReport | null;
  readonly month: number;
  readonly due: string;
}

function ofPeriod(period: Period, asked: Asked): Notice[] {
  const { row, report, month, due } = period;
  const { actor, tree } = asked.who;
  const id = report?.id ?? reportId(row.id, row.agency, month);
  const told = (kind: NoticeKind, key: string, when: Partial<Notice> = {}): Notice[] => [
    { ...about(row, kind, id, key), month, ...when },
  ];
  if (report === null || report.firstSubmitted === null) return ofMissing(period, asked, told);
  if (report.state === 'returned' && may(periodicReportPolicy, 'write', actor, report, tree))
    return told('report-returned', since(asked, id));
  if (movesOfReport(report, actor, tree).includes('review')) return told('report-to-review', since(asked, id), { due });
  return report.state === 'reviewed' && isAnswer(report, asked, id) ? told('report-reviewed', since(asked, id)) : [];
}

/** Nothing was submitted: the officer is told before and after; those above, once it is late enough. */
function ofMissing(
  { row, year, due }: Period,
  asked: Asked,
  told: (kind: NoticeKind, key: string, when: Partial<Notice>) => Notice[],
): Notice[] {
  const { actor, tree } = asked.who;
  const { rule, today } = asked;
  const days = daysFrom(due, today);
  const when = { due, days };
  const own = may(periodicReportPolicy, 'write', actor, asNew(row), tree);
  const late = own ? rule.remindWhenLate.findLast((step) => step <= days) : undefined;
  const left = own && days <= 0 ? rule.remindBefore.findLast((step) => step >= -days) : undefined;
  const above = superiorsOf(row, year, days, asked);
  return [
    ...(late === undefined ? [] : told('report-late', `late ${late}`, when)),
    ...(left === undefined ? [] : told('report-due', `due ${left}`, when)),
    ...(own ? [] : above).flatMap((role) => told('report-escalated', role, when)),
  ];
}

/** The roles as which this person is told of what is so late, of those nearest above the row. */
function superiorsOf({ agency }: RowRecord, { ministry }: YearRecord, days: number, asked: Asked): readonly Role[] {
  const { rule } = asked;
  const steps: readonly (readonly [Role, string, number])[] = [
    ['compiler', ministry, rule.toCompilerAfter],
    ['supervisor', agency, rule.toSupervisorAfter],
  ];
  const step = steps.find(([role, of, after]) => days >= after && isNearest(role, of, asked));
  return step === undefined ? [] : [step[0]];
}

/** Whether this person holds the role in the agency, or in the first above it in which anybody does. */
function isNearest(role: Role, agency: string, { who, grants }: Asked): boolean {
  const place = who.tree
    .upFrom(agency)
    .find((at) => grants.some((grant) => grant.role === role && grant.agency === at));
  return who.actor.grants.some((grant) => grant.role === role && grant.agency === place);
}

/** 查核點 that come up and are not told as reached. */
function ofCheckPoints(
  row: RowRecord,
  plan: WorkPlan,
  reports: readonly PeriodicReport[],
  { who: { actor, tree }, rule, today }: Asked,
): Notice[] {
  if (!may(periodicReportPolicy, 'write', actor, asNew(row), tree)) return [];
  const reached = new Set(
    reports
      .filter(({ workPlan }) => workPlan === plan.id)
      .flatMap(({ content }) => content.checkPoints.filter((point) => point.reached !== null))
      .map(({ checkPoint }) => checkPoint),
  );
  return (contentInForce(plan)?.checkPoints ?? []).flatMap(({ id, due }) => {
    const days = daysFrom(due, today);
    const step = days > 0 || reached.has(id) ? undefined : rule.remindBefore.findLast((one) => one >= -days);
    if (step === undefined) return [];
    return [{ ...about(row, 'check-point-due', plan.id, `${id} ${due} ${step}`), due, days }];
  });
}

/** Files that were sent out and did not come back in time: the compiler's. */
function ofCollections({ collections }: YearAtHand, { who: { actor, tree }, rule, today }: Asked): Notice[] {
  return collections.flatMap((collection): Notice[] => {
    const { id, ministry, year, due, receivers, files, state } = collection;
    const days = daysFrom(due, today);
    const missing = receivers.filter(({ agency }) => !files.some((file) => file.agency === agency)).length;
    const step = rule.remindWhenLate.findLast((one) => one <= days);
    const isTheirs = may(collectionPolicy, 'receive', actor, collection, tree);
    if (step === undefined || missing === 0 || state === 'merged' || !isTheirs) return [];
    const key = `collection-late ${id} ${step}`;
    const of = { year, row: null, record: id, name: null, agency: ministry, month: null };
    return [{ key, kind: 'collection-late', ...of, due, days, count: missing, for: null }];
  });
}

/** 意見 that are for this person, name them, or were answered since they had a word in them. */
function ofComments({ rows, workPlans, reports, comments }: YearAtHand, asked: Asked): Notice[] {
  const { actor, tree } = asked.who;
  const records = new Map([...rows, ...workPlans, ...reports].map((record) => [record.id, record]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return comments.flatMap((comment) => {
    const [subject, row] = [records.get(comment.on.id), rowOf.get(comment.on.row)];
    if (subject === undefined || row === undefined || !maySee(comment.on.noun, subject, actor, tree)) return [];
    // An agency keeps the work plan of a row that it handed over; the row, its name and its pages are no longer its.
    if (!may(rowPolicy, 'read', actor, row, tree)) return [];
    const told = ofComment(comment, asked);
    return told === null ? [] : [about(row, told.kind, comment.id, told.key)];
  });
}

function ofComment(
  comment: CommentRecord,
  { who, today, rule }: Asked,
): { readonly kind: NoticeKind; readonly key: string } | null {
  const { state, account, by, assignee, mentions, replies, closed } = comment;
  const own = ownAccount(who);
  if (state === 'resolved') {
    if (closed === null || account !== own || closed.by === by) return null;
    const isNews = daysFrom(dayInTaipei(new Date(closed.at)), today) <= rule.answersFor;
    return isNews ? { kind: 'comment-resolved', key: closed.at } : null;
  }
  if (assignee?.account === own) return { kind: 'comment-assigned', key: own };
  const isOwn = (reply: CommentRecord['replies'][number]) => reply.account === own;
  const last = replies.at(-1);
  if (last !== undefined && isOwn(last)) return null;
  if (last !== undefined && (account === own || replies.some(isOwn)))
    return { kind: 'comment-answered', key: String(replies.length) };
  const isNamed = account !== own && mentions.some((one) => one.account === own);
  return isNamed ? { kind: 'comment-mentioned', key: own } : null;
}

function about(row: RowRecord, kind: NoticeKind, record: string, key: string): Notice {
  const { level = 'open' } = row.disclosure.name ?? {};
  const name = level === 'open' && row.texts.name !== '' ? row.texts.name : null;
  const of = { year: row.year, row: row.id, record, name, agency: row.agency };
  return { key: `${kind} ${record} ${key}`, kind, ...of, month: null, due: null, days: 0, count: 1, for: null };
}

/** A report that nobody began, as its policy is asked. */
function asNew({ agency }: RowRecord) {
  return { agency, state: 'filling', writers: [] } as const;
}

/** Each move is told once, however long what it left lasts. */
function since({ moves }: Asked, record: string): string {
  return String(moves.get(record)?.number ?? 0);
}

/** What this person wrote was approved a short time ago. */
function isAnswer({ writers }: { readonly writers: readonly string[] }, asked: Asked, record: string): boolean {
  const at = asked.moves.get(record)?.at;
  if (at === undefined || !writers.includes(ownAccount(asked.who))) return false;
  return daysFrom(dayInTaipei(at), asked.today) <= asked.rule.answersFor;
}

/** Days from one ISO date to another; below 0 where that is before it. */
function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
