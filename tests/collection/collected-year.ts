import { zipSync } from 'fflate';
import MailComposer from 'nodemailer/lib/mail-composer';
import { fillInFormats, writeFillIn } from '@guankao/forms';
import type { SourceFile } from '@guankao/documents';
import {
  noMoney,
  sendCollection,
  sheetFor,
  AgencyTree,
  applyToCollection,
  type Actor,
  type AskedField,
  type CollectionRecord,
  type Context,
  type RowRecord,
  type YearRecord,
} from '@guankao/workflow';
import { random } from '../money-files/shuffled.ts';
import {
  pastedTable,
  unreadableFiles,
  withMacro,
  writeCameBack,
  type CameFormat,
  type Cell,
  type Sheet,
} from './write-came-back.ts';

/**
 * A year of 49 rows at nine agencies, its collection files as nine offices send them back: filled in, and spoilt in the
 * ways in which such files are. What each office wrote is known, each text unlike any other.
 */

const ministry = { id: 'ministry', name: '範例部', parent: null };
export const offices = ['範例署', '虛擬局', '示範所', '試作中心', '設例館', '擬稿處', '假設院', '演練隊', '樣張室'].map(
  (name, at) => ({ id: `a${at + 1}`, name, parent: 'ministry' }),
);
const agencies = [ministry, ...offices];
const agencyNames = Object.fromEntries(agencies.map(({ id, name }) => [id, name]));
const tree = new AgencyTree(agencies);

const compiler: Actor = { id: 'compiler', name: '彙整者', grants: [{ role: 'compiler', agency: 'ministry' }] };
export const contextAt = (now: Date, actor = compiler): Context => ({ actor, tree, now });

const fields: readonly AskedField[] = ['plannedWork', 'execution', 'goals', 'explanation'];

const nouns = [
  '海岸復育',
  '步道整建',
  '檔案數位化',
  '防災倉儲',
  '智慧服務',
  '志工培訓',
  '通學步道',
  '文化資產',
] as const;

/** 49 rows; some names stand at two agencies, and one twice at the same. */
export function rowsOfYear(year = '範例部-114'): readonly RowRecord[] {
  return Array.from({ length: 49 }, (_, at): RowRecord => {
    const agency = offices[at % offices.length]?.id ?? '';
    const name = at === 18 ? rowName(9) : rowName(at);
    return {
      id: `${year}-${String(at + 1).padStart(2, '0')}`,
      year,
      fiscalYear: 2025,
      share: `${year}-${at + 1}`,
      agency,
      position: at + 1,
      marker: null,
      parent: null,
      predecessors: [],
      successors: [],
      disclosure: {},
      state: 'drafting',
      version: 1,
      texts: {
        name,
        type: at % 3 === 0 ? '科技發展' : '社會發展',
        period: '112年1月至115年12月',
        plannedWork: at % 4 === 0 ? `1. 辦理${name}第二期。\n2. 完成驗收。` : '',
        execution: '',
        goals: at % 5 === 0 ? '完成3案。' : '',
        explanation: '',
      },
      money: {
        ...noMoney,
        approvedTotal: 9_000_000 + at * 1_000,
        opening: { budgeted: 700_000, executed: 650_000, document: '決算書' },
      },
      versions: [],
      indicators: [],
      lastYear: {
        fiscalYear: 2024,
        texts: {
          name,
          type: '',
          period: '',
          plannedWork: `1. ${year}之前辦理${name}。\n2. 去年驗收。`,
          execution: `去年完成${name}${at + 1}案。`,
          goals: '去年完成2案。',
          explanation: '去年達成。',
        },
        budgetedToDate: 700_000,
        executedToDate: 650_000,
        commitments: [],
      },
      remarks: [],
      authors: {},
      writers: [],
    };
  });
}

function rowName(at: number): string {
  return `${nouns[at % nouns.length]}計畫${at % 16 < 8 ? '' : `（第${Math.floor(at / 16) + 2}期）`}`;
}

export function yearRecord(id = '範例部-114'): YearRecord {
  return { id, ministry: 'ministry', fiscalYear: 2025, state: 'open', version: 1, editions: [] };
}

const sentAt = new Date('2026-01-05T01:00:00Z');

/** The collection of these rows, as its compiler sends it. */
export function sent(rows: readonly RowRecord[], year = yearRecord(), before = 0): CollectionRecord {
  const receivers = offices.map(({ id, name }) => ({ agency: id, person: `${name}承辦`, to: `${id}@example.gov.tw` }));
  const [event] = sendCollection(
    { fields, receivers, due: '2026-01-20', note: '' },
    { year, rows, before, agencyNames },
    contextAt(sentAt),
  );
  if (event === undefined) throw new Error('nothing was sent');
  return applyToCollection(null, event);
}

/** One text that somebody wrote into a file, unlike any other. */
export interface Written {
  readonly row: string;
  /** null: into something that is no answer, or no row's. */
  readonly field: AskedField | null;
  readonly text: string;
  readonly file: string;
}

export interface CameBackYear {
  readonly files: readonly SourceFile[];
  readonly written: readonly Written[];
  /** Names of files of which the bytes came before. */
  readonly twice: number;
}

/** A number between 〔 and 〕 that no other text has. */
export const tokenIn = (text: string): readonly string[] => text.match(/〔\d+〕/g) ?? [];

export async function cameBack(collection: CollectionRecord, seed: number): Promise<CameBackYear> {
  const next = random(seed);
  const chance = (share: number) => next() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [next(), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);
  let serial = 0;
  const token = (words: string) => {
    serial += 1;
    return `${words}〔${serial}〕`;
  };
  const written: Written[] = [];
  const files: SourceFile[] = [];
  let twice = 0;
  const { columns } = collection;
  const answers = columns.flatMap(({ field }, at) => (field === null ? [] : [at]));
  const elsewhere = [
    sent(rowsOfYear('範例部-113'), yearRecord('範例部-113')),
    sent(rowsOfYear('他部-114'), yearRecord('他部-114')),
    sent(rowsOfYear(), yearRecord(), collection.round),
  ];

  /** One office's file, filled in and spoilt. */
  async function fileOf(agency: string, name: string, of = collection): Promise<SourceFile> {
    const sheet = sheetFor(of, agency);
    const own = of.rows.filter((row) => row.agency === agency).map(({ row }) => row);
    const put = (row: string, field: AskedField | null, text: string) => {
      written.push({ row: of === collection ? row : '', field: of === collection ? field : null, text, file: name });
      return text;
    };
    let rows = sheet.rows.map((cells, at) => {
      const row = own[at] ?? '';
      return cells.map((text, column) => {
        const { field = null, kind } = columns[column] ?? {};
        if (field !== null && chance(0.6))
          return put(
            row,
            field,
            token(pick(['1. 完成整建。\n2. 完成驗收', '於114年6月20日完成3案', '  辦理第二期\n\n作業 '])),
          );
        if (field !== null && text !== '' && chance(0.1)) return '';
        if (kind === 'beside' && chance(0.03)) return put(row, null, token('寫錯欄'));
        if (kind === 'money' && chance(0.05)) return put(row, null, token('改金額'));
        return text;
      });
    });
    const other = of.rows.filter((row) => row.agency !== agency);
    let headings = columns.map(({ heading }) => heading);
    const codeless = () => rows.map((cells) => ['', ...cells.slice(1)]);
    if (chance(0.15) && rows.length > 1) {
      // All that stands in two rows but their codes changes places.
      const [a = [], b = []] = rows;
      rows = [[a[0] ?? '', ...b.slice(1)], [b[0] ?? '', ...a.slice(1)], ...rows.slice(2)];
    }
    if (chance(0.1)) rows = codeless();
    if (chance(0.1)) rows = rows.map((cells) => (chance(0.3) ? ['', ...cells.slice(1)] : cells));
    if (chance(0.06)) rows = rows.map((cells) => [rows[0]?.[0] ?? '', ...cells.slice(1)]);
    if (chance(0.06)) rows = rows.map((cells) => [`${cells[0]?.split('/')[0]}/AAAA`, ...cells.slice(1)]);
    if (chance(0.1)) rows = rows.slice(1);
    if (chance(0.15))
      rows.push(['', token('新增的計畫'), '', ...columns.slice(3).map(() => put('', null, token('新列')))]);
    if (chance(0.1))
      rows.push(
        [...(rows[0] ?? [])].map((text, at) => (answers.includes(at) ? put('', null, token('再寫一次')) : text)),
      );
    if (chance(0.08))
      rows.push(
        [...(pick(other)?.cells ?? [])].map((text, at) =>
          answers.includes(at) ? put('', null, token('別機關')) : text,
        ),
      );
    if (chance(0.4)) rows = shuffled(rows);
    if (chance(0.1)) headings = headings.map((text, at) => (at === pick(answers) ? `${text}（續）` : text));
    const order = chance(0.2) ? shuffled(columns.map((_, at) => at)) : columns.map((_, at) => at);
    const gone = chance(0.1) ? pick(order) : null;
    const kept = order.filter((at) => at !== gone);
    let lines: Cell[][] = [
      kept.map((at) => ({ text: headings[at] ?? '' })),
      ...rows.map((cells) => kept.map((at) => ({ text: cells[at] ?? '' }))),
    ];
    if (chance(0.2))
      lines = lines.map((cells, at) => [
        ...cells,
        { text: at === 0 ? '備註' : chance(0.5) ? put('', null, token('備註')) : '' },
      ]);
    const format: CameFormat = pick(['ods', 'ods', 'xlsx', 'xlsx', 'odt', 'docx']);
    const isSheet = format === 'ods' || format === 'xlsx';
    if (isSheet && chance(0.15) && lines.length > 3) {
      // Over two rows or two columns: what stands beneath is gone in the file itself.
      const [at, column] = [1 + Math.floor(next() * (lines.length - 2)), 1 + Math.floor(next() * (kept.length - 2))];
      const [cell, below, beside] = [lines[at]?.[column] ?? null, lines[at + 1], lines[at]];
      if (cell !== null && below !== undefined && beside !== undefined) {
        const down = chance(0.5);
        beside[column] = down ? { ...cell, rows: 2 } : { ...cell, columns: 2 };
        const lost = down ? below[column] : beside[column + 1];
        if (down) below[column] = null;
        else beside[column + 1] = null;
        // The person saw it go: nothing of it is in the file.
        for (const gone of tokenIn(lost?.text ?? ''))
          written.splice(
            written.findIndex(({ text }) => text.includes(gone)),
            1,
          );
      }
    }
    // Another round's file, by nothing known as such, holds the same rows of the same year.
    const bare = chance(0.15) && of.year + of.round !== `${collection.year}${collection.round + 1}`;
    const heads: Cell[][] = bare ? [] : sheet.heads.map((text) => [{ text }]);
    if (chance(0.1)) heads.push([{ text: put('', null, token('請注意')) }]);
    if (chance(0.1)) lines.push([{ text: put('', null, token('製表說明')) }]);
    // What was not put into the file at last is nobody's loss.
    const all = [...heads, ...lines].flat().map((cell) => cell?.text ?? '');
    const inFile = new Set(all.flatMap(tokenIn));
    for (let at = written.length - 1; at >= 0; at -= 1) {
      const one = written[at];
      if (one?.file === name && !tokenIn(one.text).every((each) => inFile.has(each))) written.splice(at, 1);
    }
    const full: Sheet = { lines: [...heads, ...lines], heads: heads.length };
    if (chance(0.08)) return mailOf(`${name}.eml`, token('表在信裡'), [], pastedTable(full));
    const bytes = writeCameBack(full, format);
    const macro = format === 'xlsx' && chance(0.1);
    return { name: `${name}.${macro ? 'xlsm' : format}`, bytes: macro ? withMacro(bytes) : bytes };
  }

  const drop = (file: SourceFile) => {
    files.push(file);
    if (!chance(0.12)) return;
    twice += 1;
    files.push({ name: `複本-${file.name}`, bytes: file.bytes });
  };
  for (const { id, name } of offices) {
    if (chance(0.1)) continue;
    if (chance(0.05)) {
      const kind = pick(['password', 'xls', 'scan'] as const);
      // Each its own bytes: a file is known by them.
      serial += 1;
      drop({ name: `${name}-${kind}`, bytes: new Uint8Array([...unreadableFiles[kind], serial]) });
      continue;
    }
    if (chance(0.07)) {
      drop(await fileOf(id, `${name}-別的`, pick(elsewhere)));
      continue;
    }
    if (chance(0.1)) {
      // As it was sent, bytes of ours, with nothing filled in.
      const format = pick(fillInFormats);
      drop({ name: `${name}-未填.${format}`, bytes: await writeFillIn(sheetFor(collection, id), format) });
      continue;
    }
    drop(await fileOf(id, chance(0.5) ? `${name}-收集表` : `新增 Microsoft Excel 工作表 (${serial})`));
    // A second officer of the same agency, who wrote into another copy of the file.
    if (chance(0.15)) drop(await fileOf(id, `${name}-承辦二`));
  }
  // Mails as the offices send them, with one file or two; what is written in them is nobody's row.
  for (let at = 0; at < files.length; at += 1) {
    if (!chance(0.25)) continue;
    const name = `回復${at + 1}.eml`;
    const attached = files.splice(at, chance(0.2) ? 2 : 1);
    files.splice(at, 0, await mailOf(name, chance(0.5) ? token('檢送收集表') : '', attached));
  }
  if (chance(0.1)) files.push(await mailOf('無附件.eml', token('第3列請改為5公里'), []));
  const packed = chance(0.3) && files.length > 2 ? files.splice(0, 2) : [];
  if (packed.length > 0)
    files.push({
      name: '回傳.zip',
      bytes: zipSync(Object.fromEntries(packed.map(({ name, bytes }, at) => [`夾${at}/${name}`, bytes]))),
    });
  return { files, written, twice };

  async function mailOf(name: string, words: string, attached: readonly SourceFile[], table = ''): Promise<SourceFile> {
    for (const text of tokenIn(words).length === 0 ? [] : [words])
      written.push({ row: '', field: null, text, file: name });
    const bytes = await new MailComposer({
      from: '承辦 <who@example.gov.tw>',
      to: 'ministry@example.gov.tw',
      subject: '檢送收集表',
      date: new Date('2026-01-18T02:00:00Z'),
      ...(table !== '' || chance(0.5) ? { html: `<p>${words}</p>${table}` } : { text: words }),
      attachments: attached.map((file) => ({ filename: file.name, content: Buffer.from(file.bytes) })),
    })
      .compile()
      .build();
    return { name, bytes: new Uint8Array(bytes) };
  }
}
