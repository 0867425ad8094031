import type { FastifyInstance } from 'fastify';
import type { Locale } from '@guankao/web';
import { carryOverPages } from '../../carry-overs/pages.ts';
import { causePages } from '../../causes/pages.ts';
import { collectionPages } from '../../collections/pages.ts';
import { mailLinkPages } from '../../mail/link-pages.ts';
import { mailPages } from '../../mail/pages.ts';
import { accountImportPages } from '../../mappings/import-pages.ts';
import { commentPages } from '../../comments/pages.ts';
import { mappingPages } from '../../mappings/pages.ts';
import { paperApprovalPages } from '../../paper-approvals/pages.ts';
import { officeCalendarPages } from '../../office-calendar/pages.ts';
import { periodicReportPages } from '../../periodic-reports/pages.ts';
import { workPlanImportPages } from '../../work-plans/import-pages.ts';
import { workPlanPages } from '../../work-plans/pages.ts';
import { accountPages } from './accounts.ts';
import type { OfficeSite } from '../office-site.ts';
import { Desk } from './desk.ts';
import { deputyPages } from './deputies.ts';
import { disclosurePages } from './disclosure.ts';
import { gridPages } from './grid.ts';
import { historyPages } from './history.ts';
import { homePage } from './home.ts';
import { indicatorPages } from './indicators.ts';
import { moneyPages } from './money.ts';
import { openYearPages } from './open.ts';
import { ownAccountPages } from './own.ts';
import { ownDraftsPages } from './own-drafts.ts';
import { planChangePages } from './plan-changes.ts';
import { reviewPages } from './reviews.ts';
import { rowPages } from './row.ts';
import { securityPages } from './security.ts';
import { signInPages } from './sign-in.ts';
import { yearPages } from './year.ts';

/** All pages of the workbench, in one language. */
export function officePages(server: FastifyInstance, site: OfficeSite, locale: Locale): void {
  server.register(async (scope) => {
    const desk = new Desk(site, locale);
    for (const pages of [
      signInPages,
      homePage,
      yearPages,
      planChangePages,
      disclosurePages,
      rowPages,
      reviewPages,
      historyPages,
      commentPages,
      indicatorPages,
      openYearPages,
      moneyPages,
      accountImportPages,
      mappingPages,
      collectionPages,
      workPlanPages,
      workPlanImportPages,
      periodicReportPages,
      carryOverPages,
      officeCalendarPages,
      paperApprovalPages,
      causePages,
      gridPages,
      accountPages,
      deputyPages,
      securityPages,
      ownAccountPages,
      ownDraftsPages,
      mailPages,
      mailLinkPages,
    ])
      pages(scope, desk);
  });
}
