import record from './0001-record.sql?raw';
import projections from './0002-projections.sql?raw';
import workflow from './0003-workflow.sql?raw';
import recipes from './0004-recipes.sql?raw';
import narrowTexts from './0005-narrow-texts.sql?raw';
import planLines from './0006-plan-lines.sql?raw';
import records from './0007-records.sql?raw';
import disclosure from './0008-disclosure.sql?raw';
import signIn from './0009-sign-in.sql?raw';
import accountCare from './0010-account-care.sql?raw';
import tokensAndEvidence from './0011-tokens-and-evidence.sql?raw';
import log from './0012-log.sql?raw';
import publicEditions from './0013-public-editions.sql?raw';
import withheld from './0014-withheld.sql?raw';
import securityLog from './0015-security-log.sql?raw';
import evidenceOnce from './0016-evidence-once.sql?raw';
import lineage from './0017-lineage.sql?raw';
import asOf from './0018-as-of.sql?raw';
import draftsOfVersions from './0019-drafts-of-versions.sql?raw';
import mail from './0020-mail.sql?raw';
import passages from './0021-passages.sql?raw';
import findings from './0022-findings.sql?raw';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Forward only. One that has been released is never edited: its checksum stands in every database. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'record', sql: record },
  { number: 2, name: 'projections', sql: projections },
  { number: 3, name: 'workflow', sql: workflow },
  { number: 4, name: 'recipes', sql: recipes },
  { number: 5, name: 'narrow-texts', sql: narrowTexts },
  { number: 6, name: 'plan-lines', sql: planLines },
  { number: 7, name: 'records', sql: records },
  { number: 8, name: 'disclosure', sql: disclosure },
  { number: 9, name: 'sign-in', sql: signIn },
  { number: 10, name: 'account-care', sql: accountCare },
  { number: 11, name: 'tokens-and-evidence', sql: tokensAndEvidence },
  { number: 12, name: 'log', sql: log },
  { number: 13, name: 'public-editions', sql: publicEditions },
  { number: 14, name: 'withheld', sql: withheld },
  { number: 15, name: 'security-log', sql: securityLog },
  { number: 16, name: 'evidence-once', sql: evidenceOnce },
  { number: 17, name: 'lineage', sql: lineage },
  { number: 18, name: 'as-of', sql: asOf },
  { number: 19, name: 'drafts-of-versions', sql: draftsOfVersions },
  { number: 20, name: 'mail', sql: mail },
  { number: 21, name: 'passages', sql: passages },
  { number: 22, name: 'findings', sql: findings },
];
