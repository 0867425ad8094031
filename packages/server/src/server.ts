import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Pool } from '@guankao/pool';
import type { Catalogue, Log, Office } from '@guankao/store';
import { nouns } from '@guankao/workflow';
import { takeOnlyKnownBodies } from './edge/body-kinds.ts';
import { refuseInfinity } from './edge/finite-numbers.ts';
import { CounterInMemory, limitCostlyRequests } from './edge/limits.ts';
import { setPublicOrigin } from './edge/origin.ts';
import { refuseControlCharacters } from './edge/plain-text.ts';
import { refuseForeignPages } from './edge/same-origin.ts';
import { answerAsOf, tagAsOf } from './as-of/as-of.ts';
import { registerAssets } from './assets/site-assets.ts';
import { chartApi, chartPages } from './charts/route.ts';
import { nounsApi } from './commands/as-api.ts';
import { dataApi, dataPages } from './data/route.ts';
import { disclosureApi } from './filings/disclosure-route.ts';
import { spentAndMetPages } from './filings/spent-and-met-route.ts';
import { filingForms } from './filings/form-route.ts';
import { filingApi, filingPages } from './filings/route.ts';
import { healthRoute } from './health/route.ts';
import { homePages } from './home/route.ts';
import { verifyPages } from './log/page.ts';
import { logRoutes } from './log/route.ts';
import type { Mailer } from './mail/mailer.ts';
import { mailApi, noticesApi, ownMailApi } from './mail/route.ts';
import { checkApi } from './office/check-route.ts';
import { checkPages } from './office/check-page.ts';
import { Desk } from './office/pages/desk.ts';
import { officePages } from './office/pages/index.ts';
import { indicatorApi } from './office/indicator-route.ts';
import { budgetApi, moneyApi } from './office/money-route.ts';
import { yearApi } from './office/route.ts';
import { registerInBothLanguages, type PageRoutes } from './pages/route-pages.ts';
import type { Site } from './pages/site.ts';
import { planPicturePages } from './plans/picture-route.ts';
import { listPages, planApi, planPages } from './plans/route.ts';
import { planTargetsApi, planTargetsPages } from './plans/targets-route.ts';
import { handleProblems, tellUndecoded } from './problems/handlers.ts';
import { loggerOf, logRequests, type LogOptions } from './request-log.ts';
import { findingApi, findingPages } from './findings/route.ts';
import { promiseApi, promisePages } from './promises/route.ts';
import { sideBySideApi, sideBySidePages } from './side-by-side/route.ts';
import { sheetPages } from './sheets/route.ts';
import { rulePages } from './rules/route.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { comparePages } from './settle/compare-route.ts';
import { importPages } from './settle/import-route.ts';
import { settlePages, type SettleStore } from './settle/route.ts';
import { describeActing } from './sign-in/acting.ts';
import { authenticate } from './sign-in/authenticate.ts';
import { ownAccountApi } from './sign-in/own-route.ts';
import { accountApi } from './sign-in/route.ts';
import { sweepWhatEnded } from './sign-in/sweep.ts';
import { collectionApi } from './collections/route.ts';
import { mappingApi } from './mappings/route.ts';
import { carryOversApi } from './carry-overs/route.ts';
import { paperApprovalsApi } from './paper-approvals/route.ts';
import { officeCalendarApi } from './office-calendar/route.ts';
import { reportingApi } from './periodic-reports/route.ts';
import { workPlanImportApi } from './work-plans/route.ts';
import { originalRoute, sourcePages } from './sources/route.ts';
import { themeRoute } from './theme/route.ts';
import { noticeWhoLeaves } from './work/asking.ts';
import { limitBodies } from './work/body-memory.ts';
import { KeptTasks } from './work/kept-tasks.ts';
import { taskPages } from './work/task-pages.ts';

export interface ServerOptions {
  readonly catalogue: Catalogue;
  /** Works on every text and file that comes from outside; whoever made it closes it. */
  readonly pool: Pool;
  /** Without it the site is for reading only. */
  readonly office?: Office;
  /** For taking filings in by hand and settling their doubts; with `office`. */
  readonly store?: SettleStore;
  /** What others can check of the record; without it nothing is served of it. */
  readonly publicLog?: Log;
  /** Where the build put scripts and fonts; without it the workbench checks on saving only, in the reader’s own fonts. */
  readonly builtFolder?: string;
  /** `https://host`, by which readers reach this site; without it, the request’s own. */
  readonly origin?: string;
  /** Addresses and CIDR ranges of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; none without it. */
  readonly proxies?: readonly string[];
  readonly timeouts?: Partial<Timeouts>;
  /** Of the program, as the API tells it. */
  readonly version?: string;
  readonly clock?: () => Date;
  /** Milliseconds that a page is waited for, before its asker is sent to a waiting page. */
  readonly patience?: number;
  /** Sends notices by mail; without it none is sent. Whoever made it starts and stops it. */
  readonly mail?: Mailer | null;
  /** Without it nothing is written. */
  readonly log?: LogOptions;
}

/** In milliseconds. */
interface Timeouts {
  /** From a request's first byte to its last: its body too. */
  readonly request: number;
  readonly headers: number;
  /** For which a connection may be silent, both ways. */
  readonly silence: number;
  /** How often the first two are looked after. */
  readonly checkEvery: number;
}

const timeouts: Timeouts = { request: 60_000, headers: 20_000, silence: 120_000, checkEvery: 5_000 };

const usualPatience = 2_000;

/** The site and its API, ready for `listen` or `inject`. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const clock = options.clock ?? (() => new Date());
  const patience = { ...timeouts, ...options.timeouts };
  const server = fastify({
    logger: loggerOf(options.log, clock),
    // Its own lines hold whole addresses; ours are in request-log.ts.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    // Who asked, and whether by TLS, is believed of a proxy that the operator named.
    trustProxy: options.proxies === undefined || options.proxies.length === 0 ? false : [...options.proxies],
    requestTimeout: patience.request,
    connectionTimeout: patience.silence,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.checkEvery },
    genReqId: () => randomUUID().slice(0, 8),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1_000 },
    frameworkErrors: (error, request, reply) => void tellUndecoded(error, request, reply),
  });
  setPublicOrigin(server, options.origin);
  addSecurityHeaders(server);
  logRequests(server);
  noticeWhoLeaves(server);
  limitBodies(server);
  await server.register(cookie);
  refuseForeignPages(server);
  takeOnlyKnownBodies(server);
  await server.register(formbody, { bodyLimit: 12 * 1024 * 1024 });
  await server.register(multipart);
  refuseControlCharacters(server, options.office?.nouns ?? nouns);
  refuseInfinity(server);
  tagAsOf(server, () => site);
  await server.register(etag, { weak: true });
  // A page takes half a millisecond at quality 4, and a tenth of a second at the default of 11 for a few bytes less.
  await server.register(compress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  const version = options.version ?? '0.1.0';
  await describeApi(server, version);
  const site: Site = {
    catalogue: options.catalogue,
    pool: options.pool,
    tasks: new KeptTasks(() => performance.now()),
    patience: options.patience ?? usualPatience,
    assets: await registerAssets(server, options.builtFolder),
    clock,
    hasOffice: options.office !== undefined,
    hasLog: options.publicLog !== undefined,
    version,
  };
  answerAsOf(server, site);
  handleProblems(server, site);
  server.addHook('onClose', async () => site.tasks.cancelAll());
  healthRoute(server, site);
  registerOffice(server, options, site);
  themeRoute(server);
  originalRoute(server, site);
  server.register(async (api) => {
    filingApi(api, site);
    filingForms(api, site);
    planApi(api, site);
    dataApi(api, site);
    chartApi(api, site);
    promiseApi(api, site);
    findingApi(api, site);
    sideBySideApi(api, site);
    const { publicLog: log, catalogue } = options;
    planTargetsApi(api, site, log);
    if (log !== undefined) logRoutes(api, { log, catalogue });
  });
  registerInBothLanguages(server, site, [
    homePages,
    planPages,
    planPicturePages,
    (pages, of, locale) => planTargetsPages(pages, of, locale, options.publicLog),
    dataPages,
    chartPages,
    listPages,
    promisePages,
    findingPages,
    sideBySidePages,
    sheetPages,
    filingPages,
    spentAndMetPages,
    sourcePages,
    rulePages,
    checkPages,
    taskPages,
    ...verifyPagesOf(options),
    ...officePagesOf(options, site),
  ]);
  await server.ready();
  return server;
}

/** Accounts and the year's work, and the checks that need no account. */
function registerOffice(server: FastifyInstance, { office, store, mail = null }: ServerOptions, site: Site): void {
  if (office !== undefined) {
    authenticate(server, office, site.clock);
    sweepWhatEnded(server, office, site.clock);
  }
  limitCostlyRequests(server, office ?? new CounterInMemory(), site.clock);
  server.register(async (api) => {
    checkApi(api, site);
    if (office === undefined) return;
    describeActing(api);
    const officeSite = { ...site, office, mail };
    for (const routes of [
      accountApi,
      ownAccountApi,
      noticesApi,
      ownMailApi,
      mailApi,
      yearApi,
      moneyApi,
      budgetApi,
      indicatorApi,
      collectionApi,
      mappingApi,
      reportingApi,
      carryOversApi,
      officeCalendarApi,
      paperApprovalsApi,
      workPlanImportApi,
    ])
      routes(api, officeSite);
    nounsApi(api, officeSite, new Set(['row', 'year']));
    if (store !== undefined) disclosureApi(api, store, site.clock);
  });
}

/** 驗證, where the record has a log. */
function verifyPagesOf({ publicLog: log }: ServerOptions): readonly PageRoutes[] {
  return log === undefined ? [] : [(server, site) => verifyPages(server, site, log)];
}

/** The workbench, where there is an office. */
function officePagesOf({ office, store, mail = null }: ServerOptions, site: Site): readonly PageRoutes[] {
  if (office === undefined) return [];
  const officeSite = { ...site, office, mail };
  return [
    (server, _site, locale) => officePages(server, officeSite, locale),
    (server, _site, locale) => {
      if (store === undefined) return;
      server.register(async (scope) => importPages(scope, new Desk(officeSite, locale), store));
      server.register(async (scope) => settlePages(scope, new Desk(officeSite, locale), store));
      server.register(async (scope) => comparePages(scope, new Desk(officeSite, locale), store));
    },
  ];
}

async function describeApi(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    // A shape goes by its own name, where it has one.
    refResolver: {
      buildLocalReference: (json, _base, _fragment, at) =>
        typeof json['$id'] === 'string' ? json['$id'] : `Shape${at}`,
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Guankao 管考',
        version,
        description:
          'The open record of government plans. Money is in the unit that the filing prints; amounts of different scope must not be added up.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
  });
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
}
