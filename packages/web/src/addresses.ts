import type { Span } from '@guankao/domain';

/** Where a value stands: a file of the record, and the characters in its text. */
export interface Place {
  readonly filing: string;
  /** null: the current edition. */
  readonly edition: number | null;
  readonly spans: readonly Span[];
  /** 1-based, of the first span. */
  readonly line: number;
  readonly page: number | null;
}

const segment = encodeURIComponent;
const ofFiling = (id: string | undefined): string => (id === undefined ? '' : `?filing=${segment(id)}`);

/** Paths of all pages, without the language’s prefix. */
export const addresses = {
  plans: (query = ''): string => `/plans${query && `?${query}`}`,
  plan: (id: string, edition?: number | null): string => `/plans/${segment(id)}${edition ? `?edition=${edition}` : ''}`,
  /** A picture of it for previews. */
  planPicture: (id: string, edition?: number | null): string =>
    `/plans/${segment(id)}/picture.png${edition ? `?edition=${edition}` : ''}`,
  planTargets: (id: string): string => `/plans/${segment(id)}/targets`,
  plansCsv: (query = ''): string => `/plans.csv${query && `?${query}`}`,
  filings: (): string => '/filings',
  filing: (id: string, edition?: number | null): string =>
    `/filings/${segment(id)}${edition ? `?edition=${edition}` : ''}`,
  spentAndMet: (id: string): string => `/filings/${segment(id)}/spent-and-met`,
  /** 優先釐清十問 or 請釐清事項表, as a page or as a file. */
  sheet: (id: string, sheet: 'questions' | 'clarifications', format?: string, query = ''): string =>
    `/filings/${segment(id)}/${sheet}${format === undefined ? '' : `.${format}`}${query && `?${query}`}`,
  form: (id: string, format: string, edition: number): string =>
    `/api/filings/${segment(id)}/form.${format}?edition=${edition}`,
  proof: (id: string, edition: number): string => `/api/filings/${segment(id)}/proof?edition=${edition}`,
  formProof: (id: string, format: string, edition: number): string =>
    `/api/filings/${segment(id)}/form.${format}/proof?edition=${edition}`,
  original: (sha256: string): string => `/sources/${sha256}`,
  source: sourceAddress,
  wholeSource: (filing: string, edition?: number | null): string =>
    `/filings/${segment(filing)}/source${edition ? `?edition=${edition}` : ''}`,
  list: (list: string): string => `/lists/${list}`,
  rules: (): string => '/rules',
  rule: (id: string): string => `/rules/${segment(id)}`,
  promises: (query = ''): string => `/commitments${query && `?${query}`}`,
  promisesFile: (format: 'csv' | 'atom' | 'ics', query = ''): string => `/commitments.${format}${query && `?${query}`}`,
  promisesJson: (query = ''): string => `/api/commitments${query && `?${query}`}`,
  promise: promiseAddress,
  findings: (query = ''): string => `/findings${query && `?${query}`}`,
  findingsCsv: (query = ''): string => `/findings.csv${query && `?${query}`}`,
  findingsJson: (query = ''): string => `/api/findings${query && `?${query}`}`,
  sideBySide: (query = ''): string => `/side-by-side${query && `?${query}`}`,
  sideBySideCsv: (query: string): string => `/side-by-side.csv?${query}`,
  sideBySideJson: (query: string): string => `/api/side-by-side?${query}`,
  about: (): string => '/about',
  charts: (): string => '/charts',
  chart: (id: string, query = ''): string => `/charts/${id}${query && `?${query}`}`,
  chartCsv: (id: string, query = ''): string => `/charts/${id}.csv${query && `?${query}`}`,
  chartJson: (id: string, query = ''): string => `/api/charts/${id}${query && `?${query}`}`,
  data: (): string => '/data',
  dataPackage: (): string => '/data/datapackage.json',
  dataCsv: (table: string, filing?: string): string => `/data/${table}.csv${ofFiling(filing)}`,
  dataJson: (table: string, filing?: string): string => `/api/data/${table}${ofFiling(filing)}`,
  dataTest: (): string => '/api/data/self-test',
};

/** The source text with the passage marked, and at it. `from` is the path of the page to return to. */
function sourceAddress(place: Place, from?: string): string {
  const query = new URLSearchParams();
  query.set('span', place.spans.map((span) => `${span.start}-${span.end}`).join(','));
  if (place.edition !== null) query.set('edition', `${place.edition}`);
  if (from !== undefined) query.set('from', from);
  return `/filings/${segment(place.filing)}/source?${query.toString().replaceAll('%2C', ',')}#passage`;
}

interface PromiseAt {
  readonly plan: { readonly id: string };
  readonly number: number;
  readonly edition: number;
}

/** A promise on its plan's page; of the edition that is given, its own where none is. null: of whichever is current. */
function promiseAddress({ plan, number, edition: own }: PromiseAt, edition: number | null = own): string {
  const of = edition === null ? '' : `?edition=${edition}`;
  return `/plans/${segment(plan.id)}${of}#promise-${number}`;
}
