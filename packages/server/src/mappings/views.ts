import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import {
  accountFilters,
  type AccountFilter,
  type AccountView,
  type MappingFrame,
  type MappingsView,
  type MappingView,
  type PartView,
  type PlanMoneyView,
} from '@guankao/web';
import {
  asOfDay,
  carriedOver,
  drawingOf,
  isStanding,
  mappingId,
  mappingPolicy,
  may,
  moneyComponents,
  proposedPlans,
  type AccountMapping,
  type PartedAccount,
} from '@guankao/workflow';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { yearOf } from '../office/pages/year.ts';
import { mappedRows, totalsOf } from './totals.ts';
import { lastYearsMapping, mappingOf, ownAgencies } from './work.ts';

/** Accounts on one page. */
const accountsOnPage = 100;
/** Plans for which the form has room, and at most. */
const [fewLines, mostLines] = [4, 40] as const;

/** The mappings of a year that this person may see, with the agencies that owe one. */
export async function mappingsView(desk: Desk, request: FastifyRequest, id: string) {
  const { own, current, form, year } = await yearOf(desk, request, id);
  const mayRead = (agency: string) =>
    may(mappingPolicy, 'read', current.actor, { ministry: year.ministry, agency }, current.tree);
  const records = (await desk.office.records('mapping', id)) as readonly AccountMapping[];
  const wanted = new Set([...form.rows.filter(isStanding), ...records].map(({ agency }) => agency).filter(mayRead));
  if (!own.agencies.some((agency) => mayRead(agency.id))) throw noSuch(id);
  const view: MappingsView = {
    year,
    agencies: own.agencies
      .filter((agency) => wanted.has(agency.id))
      .map((agency) => {
        const mapping = records.find((one) => one.id === mappingId(id, agency.id)) ?? null;
        return { agency, mapping, totals: mapping === null ? null : totalsOf(mapping, form.rows) };
      }),
    own: await ownAgencies(desk.site, current.actor, year.ministry),
    sent: null,
    taken: null,
  };
  return { own, current, view };
}

/** One mapping and what its pages share. Throws a Refusal where this person may not see it. */
export async function mappingFrame(desk: Desk, request: FastifyRequest, id: string) {
  const [own, current] = [await desk.frame(request), await desk.context(request)];
  const { mapping, rows: all } = await mappingOf(desk.site, current.actor, id);
  const frame: MappingFrame = {
    mapping,
    agencyName: nameOf(own.agencies, mapping.agency),
    mayChange: may(mappingPolicy, 'part', current.actor, mapping, current.tree),
    rows: mappedRows(mapping, all).map(({ row }) => row),
  };
  return { own, view: frame, all };
}

export interface AskedOfMapping {
  readonly show?: string;
  readonly page?: string;
}

export async function mappingView(desk: Desk, request: FastifyRequest, id: string, asked: AskedOfMapping = {}) {
  const { own, view: frame, all } = await mappingFrame(desk, request, id);
  const { mapping, mayChange } = frame;
  const { accounts } = drawingOf(mapping);
  const filter: AccountFilter = accountFilters.find((one) => one === asked.show) ?? 'all';
  const fitting = filter === 'all' ? accounts : accounts.filter(isOpen);
  const pages = Math.max(1, Math.ceil(fitting.length / accountsOnPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked.page)) || 1));
  const shown = fitting.slice((page - 1) * accountsOnPage, page * accountsOnPage);
  const last = await lastYearsMapping(desk.site, mapping, all);
  const standing = frame.rows.filter(isStanding);
  const view: MappingView = {
    ...frame,
    totals: totalsOf(mapping, all),
    day: asOfDay(mapping),
    accounts: shown,
    filter,
    page,
    pages,
    count: fitting.length,
    proposals: mayChange
      ? shown
          .filter(({ account }) => !mapping.parts.some((part) => part.account === account.id && !part.ended?.never))
          .flatMap(({ account }) => {
            const [plan, ...more] = proposedPlans(account.name, standing);
            // Of several that are as close none is proposed: which it is, is for a person to choose.
            return plan === undefined || (more.length > 0 && more[0]?.why === plan.why) ? [] : [{ account, plan }];
          })
      : [],
    plans: mappedRows(mapping, all),
    carry:
      last === null
        ? null
        : {
            ...carriedOver(mapping, last),
            from: last.mapping,
            lastRows: (await desk.office.year(last.mapping.year))?.rows ?? [],
          },
    note: null,
  };
  return { own, view };
}

function isOpen({ unassigned }: PartedAccount): boolean {
  return moneyComponents.some((component) => unassigned[component] !== 0);
}

export async function accountView(desk: Desk, request: FastifyRequest, id: string, account: string, lines: number) {
  const { own, view: frame } = await mappingFrame(desk, request, id);
  const { mapping } = frame;
  const parted = drawingOf(mapping).accounts.find((one) => one.account.id === account);
  if (parted === undefined) throw noSuch(account);
  const standing = frame.rows.filter(isStanding);
  const view: AccountView = {
    ...frame,
    parted,
    parts: mapping.parts.filter((part) => part.account === account),
    day: asOfDay(mapping),
    proposed: proposedPlans(parted.account.name, standing),
    lines: Math.min(mostLines, Math.max(fewLines, Math.trunc(lines) || fewLines)),
    note: null,
  };
  return { own, view };
}

export async function partView(desk: Desk, request: FastifyRequest, id: string, number: number) {
  const { own, view: frame } = await mappingFrame(desk, request, id);
  const part = frame.mapping.parts.find((one) => one.number === number);
  const account = frame.mapping.accounts.find((one) => one.id === part?.account);
  if (part === undefined || account === undefined) throw noSuch(String(number));
  const view: PartView = { ...frame, account, part };
  return { own, view };
}

export async function planMoneyView(desk: Desk, request: FastifyRequest, id: string, row: string) {
  const { own, view: frame, all } = await mappingFrame(desk, request, id);
  const plan = mappedRows(frame.mapping, all).find((one) => one.row.id === row);
  if (plan === undefined) throw noSuch(row);
  const view: PlanMoneyView = { ...frame, plan, note: null };
  return { own, view };
}

/** The message of what `work` refuses; null where it refuses nothing. */
export function refusalOf(work: () => unknown): Refusal | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
