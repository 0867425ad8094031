import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type Finding } from '@guankao/domain';
import type { Asked, Office, Performed, Step, YearAndRows } from '@guankao/store';
import { inLocale, type Locale, type OfficeFrame, type Reader, type Refused, type RowLine } from '@guankao/web';
import { isStanding, may, movesOf, rowPolicy, typedForm, type Context, type RowRecord } from '@guankao/workflow';
import { askToComeBack } from '../../problems/handlers.ts';
import { readerOf } from '../../pages/reader.ts';
import { onceIn } from '../../sign-in/acting.ts';
import { askedBy, deputyshipsOf, ownNameOf, senderOf, signedIn } from '../../sign-in/authenticate.ts';
import { newSecret } from '../../sign-in/secrets.ts';
import { answerInTime } from '../../work/answer-in-time.ts';
import { asking } from '../../work/asking.ts';
import type { TaskResult } from '../../work/task.ts';
import { demandInput, sentOnce } from '../../commands/as-form.ts';
import { demandPlainForm } from '../../edge/plain-text.ts';
import { CheckedForms } from '../checked-forms.ts';
import type { OfficeSite } from '../office-site.ts';
import { refusedIn } from '../refused-form.ts';
import { orUnchecked } from '../unchecked.ts';

/** What the handlers of the workbench's pages share: plain forms, all of which work without a script. */
export class Desk {
  readonly site: OfficeSite;
  private readonly locale: Locale;
  private readonly checked: CheckedForms;

  constructor(site: OfficeSite, locale: Locale) {
    this.site = site;
    this.locale = locale;
    this.checked = new CheckedForms(site.pool);
  }

  get office(): Office {
    return this.site.office;
  }

  now(): Date {
    return this.site.clock();
  }

  /** The address of a page in the reader's language. */
  to(path: string): string {
    return inLocale(path, this.locale);
  }

  reader(request: FastifyRequest): Reader {
    const { actingFor } = senderOf(request);
    const names = {
      own: ownNameOf(request),
      now: actingFor?.deputyship ?? null,
      deputyships: deputyshipsOf(request),
    };
    return { ...readerOf(request, this.site), once: onceIn(newSecret(), actingFor?.deputyship), names };
  }

  async context(request: FastifyRequest): Promise<Context> {
    return { actor: signedIn(request), tree: await this.office.tree(), now: this.now() };
  }

  async frame(request: FastifyRequest): Promise<OfficeFrame> {
    return { actor: signedIn(request), agencies: await this.office.agencies() };
  }

  /** Pages of the workbench are one person's: no cache keeps them. */
  async send(reply: FastifyReply, html: string | Promise<string>): Promise<FastifyReply> {
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(await html);
  }

  /** Does `work`; a refusal is shown on `page` above the form that it is about, what was typed kept. */
  async orShow(
    reply: FastifyReply,
    page: (refused: Refused) => string | Promise<string>,
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    try {
      demandPlainForm(reply.request);
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply.status(error.status);
      askToComeBack(reply, error);
      return this.send(reply, page(refusedIn(reply.request, error)));
    }
  }

  /** As `orShow`, for work that may take longer than a page: then its asker is sent to a waiting page. `name` is the file's. */
  inTime(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    page: (refused: Refused) => string | Promise<string>,
    work: () => Promise<TaskResult>,
  ): Promise<FastifyReply> {
    const withRefusals = async (): Promise<TaskResult> => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const html = await page(refusedIn(request, error));
        return { is: 'page', status: error.status, html, retryAfter: error.retryAfter };
      }
    };
    return answerInTime(request, reply, this.site, { name, locale: this.locale, work: withRefusals });
  }

  /** Carries commands out for whoever asks: the same that the API does. */
  async perform(request: FastifyRequest, steps: readonly Step[], more: Partial<Asked> = {}): Promise<Performed> {
    for (const step of steps) demandInput(request, this.office.nouns, step);
    return this.office.perform(steps, { ...askedBy(request), at: this.now(), key: sentOnce(request), ...more });
  }

  /** Whoever is not signed in is shown the way in, and comes back to where they were going. */
  async demandSignedIn(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    try {
      signedIn(request);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await reply.redirect(this.to(`/sign-in?next=${encodeURIComponent(request.url)}`), 303);
      return false;
    }
  }

  /** A year's rows that this person may see, each with what the checks find in the form as it stands. */
  async linesOf(
    request: FastifyRequest,
    { year, rows }: YearAndRows,
    { agencies }: OfficeFrame,
    current: Context,
  ): Promise<{ readonly lines: readonly RowLine[]; readonly unchecked: Refused | null }> {
    const form = typedForm(nameOf(agencies, year.ministry), year.fiscalYear, rows);
    const asked = { ...asking(request), deadline: secondsOfYear };
    const { found, unchecked } = await orUnchecked(this.checked.findingsIn(form, asked));
    const findings = found === null ? null : Map.groupBy(found, ({ plan }) => plan);
    const visible = rows.filter((row) => isStanding(row) && may(rowPolicy, 'read', current.actor, row, current.tree));
    const lines = visible.map((row) =>
      lineOf(row, agencies, findings === null ? null : (findings.get(row.id) ?? []), current),
    );
    return { lines, unchecked };
  }
}

/** Of processor time, for the checks of all rows of a year. */
const secondsOfYear = 10;

export function lineOf(
  row: RowRecord,
  agencies: OfficeFrame['agencies'],
  findings: readonly Finding[] | null,
  { actor, tree }: Context,
): RowLine {
  return {
    row,
    agencyName: nameOf(agencies, row.agency),
    findings,
    moves: movesOf(row, actor, tree),
    mayWrite: may(rowPolicy, 'write-texts', actor, row, tree),
  };
}

export function nameOf(agencies: OfficeFrame['agencies'], id: string): string {
  return agencies.find((agency) => agency.id === id)?.name ?? id;
}

export function noSuch(id: string): Refusal {
  return new Refusal('no-such-page', 404, {
    'zh-Hant': `找不到「${id}」，或您無權查看。`,
    en: `there is no ${id}, or you may not see it.`,
  });
}

/** Codes and logins: letters, digits, and . _ @ - */
export function demandCode(text: string): string {
  if (/^[A-Za-z0-9._@-]{2,60}$/.test(text)) return text;
  throw new Refusal('not-a-code', 422, {
    'zh-Hant': `「${text}」不能當代碼或帳號。請用 2 至 60 個英文字母、數字或 . _ @ -。`,
    en: `"${text}" is no code or login. Use 2 to 60 letters, digits or . _ @ -.`,
  });
}
