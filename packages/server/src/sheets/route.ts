import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sheet } from '@guankao/domain';
import { clarifications, sheetFormats, type SheetFormat } from '@guankao/forms';
import type { FilingEdition } from '@guankao/store';
import { addresses, inLocale, sheetPage, sheetFacts, withAsOf, type Locale } from '@guankao/web';
import { asOfIn, momentOf, shownTo } from '../as-of/as-of.ts';
import { readerOf } from '../pages/reader.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { EditionAsOf } from '../plans/schema.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';
import { AllPromises, type Known } from '../promises/promises.ts';
import { FilingId } from '../filings/schema.ts';
import { placesOf, presentEdition, presentFilingName } from '../sources/presenter.ts';
import { asking } from '../work/asking.ts';
import { sendMade } from '../work/send-form.ts';
import { questions } from './questions.ts';

const formats = Object.keys(sheetFormats) as SheetFormat[];
const OfFile = Type.Composite([
  FilingId,
  Type.Object({ format: Type.Union(formats.map((format) => Type.Literal(format))) }),
]);
const Question = Type.Composite([
  EditionAsOf,
  Type.Object({
    agency: Type.Optional(Type.String({ maxLength: 300, description: 'Of one executing agency alone' })),
  }),
]);
type Asked = { Params: Static<typeof FilingId>; Querystring: Static<typeof Question> };
type AskedFile = { Params: Static<typeof OfFile>; Querystring: Static<typeof Question> };

/** Milliseconds that a page waits for what was promised before. */
const patience = 1_500;

const kinds = ['questions', 'clarifications'] as const;
type Kind = (typeof kinds)[number];

/** Of each filing: 優先釐清十問 for its readers and 請釐清事項表 for its agencies, as a page, as ODT and as PDF. */
export function sheetPages(server: FastifyInstance, site: Site, locale: Locale): void {
  const heldOf = async (request: FastifyRequest<Asked>): Promise<FilingEdition> => {
    const shown = shownTo(request, site);
    const held = await shown.filing(request.params.id, request.query.edition);
    if (held === null) throw await goneOrNotHeld(shown, request.params.id);
    return held;
  };

  type Make = (held: FilingEdition, request: FastifyRequest<Asked>, promises: () => Promise<Known>) => Promise<Sheet>;
  const promisesAt = (request: FastifyRequest): AllPromises => AllPromises.of(site, momentOf(request, site));
  const addressAt =
    (request: FastifyRequest, of: Locale) =>
    (path: string): string =>
      inLocale(withAsOf(path, asOfIn(request)?.asked), of);
  const make: Readonly<Record<Kind, Make>> = {
    questions: async (held, request, promises) =>
      questions({
        held,
        promises: await promises(),
        facts: factsOf(held, request, locale),
        locale,
        to: addressAt(request, locale),
      }),
    clarifications: async (held, request) => {
      const places = placesOf(held);
      return clarifications(held.reading, {
        agency: request.query.agency ?? null,
        facts: factsOf(held, request, 'zh-Hant').slice(1),
        address: (span) => addressAt(request, locale)(addresses.source(places.of([span]))),
      });
    },
  };

  /** Where the page is, and which edition it shows: what a citation needs. */
  const factsOf = ({ filing, edition }: FilingEdition, request: FastifyRequest<Asked>, of: Locale): Sheet['facts'] => {
    const { origin, asOf } = readerOf(request, site);
    const address = `${origin}${addressAt(request, locale)(addresses.filing(filing.id, edition.number))}`;
    return sheetFacts(presentEdition(filing.editions, edition), address, of, asOf);
  };

  for (const kind of kinds) {
    server.get<Asked>(
      `/filings/:id/${kind}`,
      { schema: { hide: true, params: FilingId, querystring: Question } },
      async (request, reply) => {
        const held = await heldOf(request);
        const sheet = await make[kind](held, request, () => promisesAt(request).within(patience));
        const view = {
          filing: presentFilingName(held.filing),
          edition: presentEdition(held.filing.editions, held.edition),
          kind,
          sheet,
          agency: request.query.agency ?? null,
          agencies: agenciesIn(held),
        };
        return sendPage(reply, site, (reader) => sheetPage(reader, view));
      },
    );

    server.get<AskedFile>(
      `/filings/:id/${kind}.:format`,
      { config: { limit: 'form' }, schema: { hide: true, params: OfFile, querystring: Question } },
      async (request, reply) => {
        const { format } = request.params;
        const held = await heldOf(request);
        const made = await make[kind](held, request, () => promisesAt(request).whole());
        const sheet = withOrigin(made, readerOf(request, site).origin);
        const asked = asOfIn(request)?.asked;
        const name = `${sheet.title.replaceAll(/[\s：:/\\]+/g, '-')}${asked === undefined ? '' : `-${asked}`}.${format}`;
        return sendMade(request, reply, site, {
          name,
          locale,
          make: async () => {
            const bytes = await site.pool.run('set-sheet', { sheet, format }, asking(request, name));
            return { is: 'file', name, mediaType: sheetFormats[format].mediaType, bytes };
          },
        });
      },
    );
  }
}

/** In a file a link needs to say of which site it is. */
function withOrigin(sheet: Sheet, origin: string): Sheet {
  const rows = sheet.rows.map((cells) =>
    cells.map((lines) =>
      lines.map((line) => (line.href === undefined ? line : { ...line, href: `${origin}${line.href}` })),
    ),
  );
  return { ...sheet, rows };
}

/** The executing agencies that the filing names, as printed. */
function agenciesIn({ reading }: FilingEdition): readonly string[] {
  return [...new Set(reading.plans.flatMap(({ executingAgency }) => executingAgency?.value ?? []))];
}
