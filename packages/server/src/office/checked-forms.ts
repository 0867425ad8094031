import { createHash } from 'node:crypto';
import type { TypedForm } from '@guankao/domain';
import type { Output, Pool, Request } from '@guankao/pool';

type Found = Output<'check'>;

/** Forms of years that are open at the same time. */
const mostForms = 12;
/** What is found in a form may be much: such a form is checked anew. */
const mostFindings = 3_000;

/**
 * What the checks find in a year's form, kept while the form stays as it is: the workbench, the year, the grid and the
 * queue ask for the same again and again, and 300 rows are a second's work. A form is known by all that stands in it.
 */
export class CheckedForms {
  private readonly found = new Map<string, Found>();
  private readonly pool: Pick<Pool, 'run'>;

  constructor(pool: Pick<Pool, 'run'>) {
    this.pool = pool;
  }

  async check(form: TypedForm, asked: Request): Promise<Found> {
    const key = createHash('sha256').update(JSON.stringify(form)).digest('base64');
    const found = this.found.get(key) ?? (await this.pool.run('check', form, asked));
    // The last one that was asked for stands last.
    this.found.delete(key);
    if (found.findings.length <= mostFindings) this.found.set(key, found);
    for (const oldest of this.found.keys()) if (this.found.size > mostForms) this.found.delete(oldest);
    return found;
  }
}
