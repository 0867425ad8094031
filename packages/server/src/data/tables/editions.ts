import type { EditionRecord, FilingEdition } from '@guankao/store';
import { presentFilingName } from '../../sources/presenter.ts';
import { both, tableOf } from '../table.ts';

export const editions = tableOf<{ readonly held: FilingEdition; readonly edition: EditionRecord }>({
  id: 'editions',
  title: both('執行情形表與版次', 'Filings and editions'),
  about: both(
    '每份執行情形表的每一版一列；其他各表只收最新一版的內容。',
    'A row for each edition of each filing. All other tables hold the latest edition only.',
  ),
  key: 'id',
  references: [],
  rows: function* (held) {
    for (const edition of held.filing.editions) yield { held, edition };
  },
  columns: [
    {
      key: 'id',
      head: both('版次編號', 'edition id'),
      about: both('執行情形表編號加版次。', 'The filing’s id and the number of the edition.'),
      type: 'string',
      required: true,
      of: ({ held, edition }) => `${held.filing.id}@${edition.number}`,
    },
    {
      key: 'filing',
      head: both('執行情形表編號', 'filing'),
      about: both('主管機關與民國年度。', 'Ministry and ROC year.'),
      type: 'string',
      required: true,
      of: ({ held }) => held.filing.id,
    },
    {
      key: 'edition',
      head: both('版次', 'edition'),
      about: both('由 1 起算，數字最大者為現行版。', 'From 1; the largest is current.'),
      type: 'integer',
      required: true,
      of: ({ edition }) => edition.number,
    },
    {
      key: 'agency',
      head: both('主管機關', 'ministry'),
      about: both('表上所印；沒有印的留空。', 'As printed; empty where it is not.'),
      type: 'string',
      of: ({ held }) => held.filing.agency,
    },
    {
      key: 'fiscalYear',
      head: both('年度(西元)', 'fiscal year (Gregorian)'),
      about: both('民國年加 1911。', 'The ROC year and 1911.'),
      type: 'year',
      of: ({ held }) => held.filing.fiscalYear,
    },
    {
      key: 'fictional',
      head: both('範例(虛構)', 'fictional'),
      about: both('虛構機關的範例，不是真實申報。', 'An example of a made-up agency, no real filing.'),
      type: 'boolean',
      required: true,
      of: ({ held }) => presentFilingName(held.filing).fictional,
    },
    {
      key: 'publishedAt',
      head: both('收錄時間', 'taken in at'),
      about: both('這一版進入紀錄的時間，含時區。', 'When this edition became part of the record, with its zone.'),
      type: 'datetime',
      required: true,
      of: ({ edition }) => new Date(edition.importedAt).toISOString(),
    },
    {
      key: 'reason',
      head: both('更正原因', 'reason'),
      about: both('為什麼取代前一版；第一版留空。', 'Why it replaces the one before; empty for the first.'),
      type: 'string',
      of: ({ edition }) => edition.reason,
    },
    {
      key: 'sha256',
      head: both('來源檔案 SHA-256', 'SHA-256 of the source file'),
      about: both('來源檔案位元組的雜湊值。', 'Hash of the bytes of the source file.'),
      type: 'string',
      required: true,
      of: ({ edition }) => `sha256:${edition.sha256}`,
    },
  ],
});
