/**
 * Which room may import from which (house.md, "The way of the data"). Nothing goes back up.
 * `imports.test.ts` holds the code to this table; a room that is not listed fails.
 */
export const mayImport: Record<string, readonly string[]> = {
  domain: [],
  quantities: [],
  fonts: [],
  regulations: ['domain'],
  documents: ['domain'],
  filings: ['domain', 'quantities'],
  passages: ['domain', 'quantities'],
  claims: ['domain', 'quantities', 'passages'],
  statements: ['domain', 'quantities', 'passages'],
  rules: ['domain', 'quantities', 'passages', 'statements', 'regulations'],
  reading: ['domain', 'quantities', 'documents', 'filings', 'passages', 'statements', 'claims', 'rules'],
  comparison: ['domain', 'quantities', 'reading'],
  log: [],
  pool: ['fonts', 'domain', 'documents', 'reading', 'comparison', 'workflow', 'forms', 'web'],
  workflow: ['domain', 'quantities', 'reading', 'rules'],
  store: ['domain', 'reading', 'workflow', 'log'],
  forms: ['domain', 'reading', 'fonts'],
  desk: ['domain', 'documents', 'reading', 'forms'],
  web: ['domain', 'quantities', 'reading', 'rules', 'workflow', 'comparison'],
  server: [
    'domain',
    'log',
    'quantities',
    'documents',
    'filings',
    'reading',
    'rules',
    'store',
    'workflow',
    'forms',
    'fonts',
    'web',
    'comparison',
    'pool',
  ],
  cli: [
    'domain',
    'log',
    'quantities',
    'documents',
    'filings',
    'reading',
    'rules',
    'store',
    'workflow',
    'forms',
    'server',
    'comparison',
    'pool',
  ],
};

/** Rooms that also run in a browser: no file system, clock or network inside, but for a folder named `node/`, which only the server and the command line enter. */
export const runsInBrowser: readonly string[] = [
  'domain',
  'quantities',
  'documents',
  'filings',
  'passages',
  'statements',
  'claims',
  'rules',
  'reading',
  'comparison',
  'workflow',
  'desk',
  'log',
];

/** Built-ins that a browser room may not touch, wherever it stands. What a room needs of them is handed in. */
export const notInBrowser = /^(node:|fs|path|http|net|child_process|worker_threads|os)\b/;
