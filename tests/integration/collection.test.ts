import { unzipSync, zipSync } from 'fflate';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocument } from '@guankao/documents';
import type { CollectionRecord } from '@guankao/workflow';
import { unreadableFiles, writeCameBack, type CameFormat, type Cell } from '../collection/write-came-back.ts';
import { openHouse, someTexts, type House } from './house.ts';

/** Files out to the agencies and back, over HTTP and on the pages: only the compiler has an account. */

let house: House;
const year = '範例部-114';
const id = `${year}-收集-1`;
const api = `/api/collections/${id}`;
const plans = [
  { name: '海岸復育計畫', agency: 'bureau' },
  { name: '步道整建計畫', agency: 'bureau' },
  { name: '海岸復育計畫', agency: 'office' },
  { name: '檔案數位化計畫', agency: 'office' },
];
const sending = {
  fields: ['plannedWork', 'execution', 'goals', 'explanation'],
  due: '2026-01-20',
  note: '請附佐證。',
  receivers: [
    { agency: 'bureau', person: '王小明', to: 'wang@example.gov.tw' },
    { agency: 'office', person: '李大同', to: '' },
  ],
};

beforeAll(async () => {
  house = await openHouse();
  await house.openYear(plans);
}, 240_000);
afterAll(() => house.close());

const record = async (): Promise<CollectionRecord> => (await house.ask('compiler', 'GET', api)).json().record;
const texts = async (row: number) => (await house.store.office.row(`${year}-0${row}`))?.texts;
type Edits = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An agency's file as it comes back: rows by id with what was written under which heading, in another order. */
async function filled(agency: string, edits: Edits, format: CameFormat = 'xlsx'): Promise<Uint8Array> {
  const { columns, rows } = await record();
  const lines: Cell[][] = [
    columns.map(({ heading }) => ({ text: heading })),
    ...rows
      .filter((row) => row.agency === agency)
      .toReversed()
      .map((row) => row.cells.map((text, at) => ({ text: edits[row.row]?.[columns[at]?.heading ?? ''] ?? text }))),
  ];
  return writeCameBack({ lines, heads: 0 }, format);
}
const drop = (files: readonly (readonly [name: string, bytes: Uint8Array])[], came = '2026-01-05', who = 'compiler') =>
  house.ask(who, 'POST', `${api}/files`, {
    came,
    way: '電子郵件',
    files: files.map(([fileName, bytes]) => ({ fileName, bytes: Buffer.from(bytes).toString('base64') })),
  });
const cells = async () => (await house.ask('compiler', 'GET', `${api}/cells`)).json().cells;
const take = (body: object, who = 'compiler') => house.ask(who, 'POST', `${api}/cells`, body);

describe('files out', () => {
  test('only the ministry’s compiler sends them; who is named gets the rows of their agency', async () => {
    for (const who of ['officer', 'supervisor', 'accountant', 'auditor', 'admin', 'xcompiler', 'nobody', null])
      expect([401, 403, 404]).toContain(
        (await house.ask(who, 'POST', `/api/years/${year}/collections`, sending)).status,
      );
    const wrong = { ...sending, receivers: [{ agency: 'branch', person: '他', to: '' }] };
    expect((await house.ask('compiler', 'POST', `/api/years/${year}/collections`, wrong)).problem).toBe(
      'agency-without-rows',
    );
    const sent = await house.ask('compiler', 'POST', `/api/years/${year}/collections`, sending);
    expect([sent.status, sent.json().record.id, sent.json().record.state], sent.body).toEqual([201, id, 'sent']);
    expect((await record()).rows.map(({ row }) => row)).toHaveLength(4);
  });

  test('the ZIP holds a file for each agency in every format, which read back as they were sent, and a text', async () => {
    const answer = await house.ask('compiler', 'GET', `${api}/files.zip`);
    const files = unzipSync(answer.bytes);
    expect(Object.keys(files).toSorted()).toEqual([
      '發文說明.txt',
      ...['範例署', '虛擬局'].flatMap((name) =>
        ['docx', 'ods', 'odt', 'xlsx'].map((format) => `${name}-114年度-收集表-1.${format}`),
      ),
    ]);
    const one = await house.ask('compiler', 'GET', `${api}/files.zip?format=docx`);
    expect(Object.keys(unzipSync(one.bytes)).filter((name) => name.endsWith('.docx'))).toHaveLength(2);
    expect(Object.keys(unzipSync(one.bytes))).toHaveLength(3);
    const text = new TextDecoder().decode(files['發文說明.txt']);
    for (const word of ['115年1月20日', '王小明', 'wang@example.gov.tw', '請附佐證。']) expect(text).toContain(word);
    for (const name of Object.keys(files).filter((one) => !one.endsWith('.txt'))) {
      const read = await openDocument({ name, bytes: files[name] ?? new Uint8Array() });
      expect(read.notices, name).toEqual([]);
      expect(read.text).toContain('海岸復育計畫');
    }
    const came = await drop(Object.entries(files).filter(([name]) => !name.endsWith('.txt')));
    const { files: back } = came.json().record as CollectionRecord;
    for (const { name, cells, unread, missingRows, missingColumns, agency } of back)
      expect({ cells, unread, missingRows, missingColumns, agency }, name).toEqual({
        cells: [],
        unread: [],
        missingRows: [],
        missingColumns: [],
        agency: name.startsWith('範例署') ? 'bureau' : 'office',
      });
  });

  test('another ministry’s people see nothing of it; what came back is no public source', async () => {
    for (const who of ['xcompiler', 'officer', 'nobody'])
      for (const url of [api, `${api}/cells`, `${api}/files.zip`, `${api}/files/1`, `${api}/history`])
        expect((await house.ask(who, 'GET', url)).status, `${who} ${url}`).toBe(404);
    const [file] = (await record()).files;
    expect((await house.page(null, `/sources/${file?.sha256}`)).status).toBe(404);
    expect((await house.ask('compiler', 'GET', `${api}/files/1`)).bytes.length).toBe(file?.size);
  });
});

describe('files back', () => {
  test('what came is shown cell by cell, in whatever order the rows stand; the rows are as they were', async () => {
    const bureau = await filled('bureau', {
      [`${year}-01`]: { 本年度執行情形說明: '1. 完成復育3公頃。', '計畫核定總經費（千元）': '77' },
      [`${year}-02`]: { 本年度執行情形說明: '於114年6月完成。', 績效目標及本年度目標值: '整建12公里。' },
    });
    const office = await filled('office', { [`${year}-03`]: { 本年度執行情形說明: '完成試辦。' } }, 'ods');
    const came = await drop([
      ['新增工作表.xlsx', bureau],
      ['複本.xlsx', bureau],
      ['虛擬局.ods', office],
      ['掃描.png', unreadableFiles.scan],
      ['舊檔.xls', unreadableFiles.xls],
      ['密碼.xlsx', unreadableFiles.password],
    ]);
    expect(came.status, came.body).toBe(200);
    expect(came.json().dropped.filter((one: { cameBefore: boolean }) => one.cameBefore)).toHaveLength(1);
    const problems = (await record()).files.flatMap(({ problem }) => problem?.id ?? []);
    expect(problems.toSorted()).toEqual(['encrypted-file', 'image-file', 'old-office-format']);
    const standing = (await cells()).map((one: { row: string; field: string | null; standing: string }) => [
      one.row.slice(-2),
      one.field,
      one.standing,
    ]);
    expect(standing.toSorted()).toEqual([
      ['01', null, 'not-asked'],
      ['01', 'execution', 'changed'],
      ['02', 'execution', 'changed'],
      ['02', 'goals', 'changed'],
      ['03', 'execution', 'changed'],
    ]);
    expect((await texts(1))?.execution).toBe('');
  });

  test('what the officer changed meanwhile is a conflict, and is not taken in with the rest', async () => {
    const version = await house.version('officer', `/api/rows/${year}-02`);
    await house.ask(
      'officer',
      'PATCH',
      `/api/rows/${year}-02/texts`,
      { goals: '整建15公里。' },
      { 'if-match': version },
    );
    for (const who of ['officer', 'auditor', 'xcompiler', 'nobody'])
      expect([403, 404]).toContain((await take({ as: 'taken', plain: true }, who)).status);
    const done = await take({ as: 'taken', plain: true });
    expect([done.status, done.json().decided], done.body).toEqual([200, 3]);
    expect([(await texts(1))?.execution, (await texts(2))?.execution, (await texts(3))?.execution]).toEqual([
      '1. 完成復育3公頃。',
      '於114年6月完成。',
      '完成試辦。',
    ]);
    expect((await texts(2))?.goals).toBe('整建15公里。');
    expect((await take({ as: 'taken', plain: true })).problem).toBe('no-cell-chosen');
  });

  test('a conflict is decided by its cell, on the row that was looked at', async () => {
    const [one] = (await cells()).filter(({ standing }: { standing: string }) => standing === 'conflict');
    expect([one.now, one.text]).toEqual(['整建15公里。', '整建12公里。']);
    const address = { file: one.file, row: one.row, field: one.field };
    expect((await take({ as: 'taken', cells: [{ ...address, seen: 1 }] })).problem).toBe('stale-version');
    expect((await take({ as: 'left', cells: [address] })).json().decided).toBe(1);
    expect((await texts(2))?.goals).toBe('整建15公里。');
    expect((await cells()).filter(({ standing }: { standing: string }) => standing === 'left')).toHaveLength(1);
  });

  test('the history says who wrote it, who entered it, from which file; neither may approve it', async () => {
    const { events } = (await house.ask('auditor', 'GET', `/api/rows/${year}-01/history`)).json();
    expect(events.at(-1)).toMatchObject({
      kind: 'row-texts-saved',
      actor: 'compiler先生',
      role: 'compiler',
      payload: { before: { execution: '' }, writtenBy: { person: '王小明', agency: '範例署' } },
    });
    expect(events.at(-1).payload.document).toContain('新增工作表.xlsx');
    expect((await house.page('auditor', `/office/rows/${year}-01/history`)).body).toContain('新增工作表.xlsx');

    const rest = { name: '海岸復育計畫', ...someTexts, execution: '1. 完成復育3公頃。' };
    const save = await house.ask('officer', 'PATCH', `/api/rows/${year}-01/texts`, rest, {
      'if-match': await house.version('officer', `/api/rows/${year}-01`),
    });
    expect(save.status, save.body).toBe(200);
    const move = async (who: string, name: string) =>
      house.ask(
        who,
        'POST',
        `/api/rows/${year}-01/${name}`,
        {},
        {
          'if-match': await house.version('auditor', `/api/rows/${year}-01`),
        },
      );
    expect((await move('officer', 'submit')).status).toBe(200);
    // The same person has an account by now, as the agency's supervisor; and so has the compiler.
    await house.person('wang', [{ role: 'supervisor', agency: 'bureau' }]);
    await house.store.connection.pool.query("update guankao.accounts set name = '王 小明' where login = 'wang'");
    await house.store.office.grant(house.idOf('compiler'), { role: 'supervisor', agency: 'bureau' });
    expect([(await move('wang', 'approve')).status, (await move('compiler', 'approve')).status]).toEqual([403, 403]);
    expect((await move('supervisor', 'approve')).status).toBe(200);
  });

  /** A mail as its program saves it; of one with HTML, `text` is what it says besides. */
  async function mail(name: string, text: string, attached: Readonly<Record<string, Uint8Array>>, html?: string) {
    const bytes = await new MailComposer({
      from: '李大同 <lee@example.gov.tw>',
      to: 'compiler@example.gov.tw',
      subject: '檢送收集表',
      date: new Date('2026-01-04T02:00:00Z'),
      text,
      ...(html === undefined ? {} : { html }),
      attachments: Object.entries(attached).map(([filename, content]) => ({
        filename,
        content: Buffer.from(content),
      })),
    })
      .compile()
      .build();
    return [name, new Uint8Array(bytes)] as const;
  }

  test('mails are opened: each attachment is a file, what they say is shown, what is wrong in them is told by name', async () => {
    const docx = await filled('office', { [`${year}-04`]: { 本年度執行情形說明: '掃描2萬頁。' } }, 'docx');
    const odt = await filled('office', { [`${year}-04`]: { 績效目標及本年度目標值: '掃描2萬頁。' } }, 'odt');
    const bomb = zipSync({ 'a.csv': new Uint8Array(40 * 1024 * 1024) });
    const before = (await record()).files.length;
    const came = await drop([
      await mail('回復.eml', '第4列另函補充。', { '收集表.docx': docx, '收集表.odt': odt }),
      await mail('忘了附.eml', '如附件', {}),
      await mail('炸彈.eml', '', { 'b.zip': bomb }),
    ]);
    expect(came.status, came.body).toBe(200);
    const files = (await record()).files.slice(before);
    expect(files.map(({ name, problem, unread }) => [name, problem?.id ?? null, unread.map(({ why }) => why)])).toEqual(
      [
        ['回復.eml', null, ['letter']],
        ['收集表.docx', null, []],
        ['收集表.odt', null, []],
        ['忘了附.eml', 'mail-without-file', ['letter']],
        ['炸彈.eml', null, []],
        ['a.csv', 'file-too-large', []],
      ],
    );
    expect(files[1]?.notices[0]?.['zh-Hant']).toContain('「回復.eml」的附件。寄件人（信頭所載）：');
    expect(files[1]?.notices[0]?.['zh-Hant']).toContain('寄出：115年1月4日');
    expect((await house.ask('compiler', 'GET', `${api}/files/${before + 1}`)).bytes.length).toBe(files[0]?.size);
    const page = (await house.page('compiler', `/office/collections/${id}`)).body;
    for (const word of ['第4列另函補充。', '寫在電子郵件裡', '這封電子郵件沒有附檔', '掃描2萬頁。'])
      expect(page).toContain(word);
    const own = (await cells()).filter(
      ({ file, standing }: { file: number; standing: string }) => file > before && standing === 'changed',
    );
    expect(own.map(({ field }: { field: string }) => field).toSorted()).toEqual(['execution', 'goals']);
    const done = await take({ as: 'left', plain: true, row: `${year}-04` });
    expect(done.json().decided, done.body).toBe(2);
  });

  test('a table that was pasted into a mail is read as an attached one; what stands around it is shown', async () => {
    const { columns, rows } = await record();
    const cell = (text: string) =>
      `<td style="border:solid 1pt"><p class="MsoNormal">${text.replaceAll('\n', '<br>')}</p></td>`;
    const line = (texts: readonly string[]) => `<tr>${texts.map(cell).join('')}</tr>`;
    const table = (row: string, heading: string, text: string) =>
      `<table>${line(columns.map((column) => column.heading))}${rows
        .filter((one) => one.row === row)
        .map(({ cells: own }) => line(own.map((said, at) => (columns[at]?.heading === heading ? text : said))))
        .join('')}</table>`;
    // As Outlook sends it: all of the mail in a table of its own, a signature in another.
    const html = `<table><tr><td><p>李專員您好：</p>${table(`${year}-04`, '本年度執行情形說明', '1. 掃描3萬頁。<br>2. 驗收。')}<p>第3列下週補。</p></td></tr></table><table><tr><td>虛擬局</td><td>02-0000-0000</td></tr></table>`;
    const before = (await record()).files.length;
    const came = await drop([
      await mail('貼表.eml', '李專員您好： 見表', {}, html),
      await mail('只有簽名.eml', '', {}, '<p>如附件</p><table><tr><td>虛擬局</td></tr></table>'),
    ]);
    expect(came.status, came.body).toBe(200);
    const files = (await record()).files.slice(before);
    expect(files.map(({ name, problem }) => [name, problem?.id ?? null])).toEqual([
      ['貼表.eml', null],
      ['只有簽名.eml', 'mail-without-file'],
    ]);
    const [pasted] = files;
    const texts = pasted?.unread.map(({ text, why }) => [text, why]) ?? [];
    for (const text of ['李專員您好：', '第3列下週補。', '02-0000-0000'])
      expect(texts).toContainEqual([text, 'letter']);
    const own = (await cells()).filter(({ file }: { file: number }) => file === before + 1);
    expect(own.map(({ row, field, text }: Record<string, string>) => [row, field, text])).toEqual([
      [`${year}-04`, 'execution', '1. 掃描3萬頁。\n2. 驗收。'],
    ]);
    const page = (await house.page('compiler', `/office/collections/${id}`)).body;
    for (const word of ['表格貼在信文裡', '掃描3萬頁。', '第3列下週補。']) expect(page).toContain(word);
    expect((await take({ as: 'left', plain: true, row: `${year}-04` })).json().decided).toBe(1);
  });

  test('a row that was submitted meanwhile takes nothing in, and says so', async () => {
    await drop(
      [['再寄.xlsx', await filled('bureau', { [`${year}-01`]: { 本年度執行情形說明: '完成4公頃。' } })]],
      '2026-01-05',
    );
    const [one] = (await cells()).filter(
      ({ row, standing }: { row: string; standing: string }) => row === `${year}-01` && standing === 'changed',
    );
    expect(one.refused['zh-Hant']).toContain('已陳核或已核可');
    expect((await take({ as: 'taken', plain: true })).problem).toBe('no-cell-chosen');
    const asked = { as: 'taken', cells: [{ file: one.file, row: one.row, field: one.field }] };
    expect((await take(asked)).problem).toBe('not-allowed');
    expect((await texts(1))?.execution).toBe('1. 完成復育3公頃。');
  });

  test('a record that is rebuilt is the same', async () => {
    expect((await house.store.rebuild()).identical).toBe(true);
  });
});

describe('on the pages', () => {
  test('sent by a form, received by another, taken in by a third; late is shown', async () => {
    const sentBack = await house.send('compiler', `/office/years/${year}/collections`, {
      fields: ['execution', 'goals'],
      due: '115年1月4日',
      note: '',
      agencies: ['office'],
      'person-office': '',
      'to-office': '',
    });
    expect([sentBack.status, sentBack.body.includes('person-office')], sentBack.body.slice(0, 500)).toEqual([
      422,
      true,
    ]);
    expect(sentBack.body).toContain('115年1月4日');
    const sent = await house.send('compiler', `/office/years/${year}/collections`, {
      fields: ['execution', 'goals'],
      due: '115年1月4日',
      note: '',
      agencies: ['office'],
      'person-office': '李大同',
      'to-office': '',
    });
    expect(sent.status).toBe(303);
    const page = decodeURIComponent(String(sent.headers['location']));
    expect(page).toBe(`/office/collections/${year}-收集-2`);
    expect((await house.page('compiler', page)).body).toContain('未收回，已逾期');

    const { columns, rows } = (await house.ask('compiler', 'GET', `/api/collections/${year}-收集-2`)).json().record;
    const lines: Cell[][] = [
      columns.map(({ heading }: { heading: string }) => ({ text: heading })),
      ...rows.map(({ cells }: { cells: string[] }) =>
        cells.map((text, at) => ({
          text: columns[at].field === 'goals' ? '掃描3萬頁。' : text,
        })),
      ),
      [{ text: '' }, { text: '未列的計畫' }, { text: '' }],
    ];
    const bytes = writeCameBack({ lines, heads: 0 }, 'ods');
    const came = await house.upload(
      'compiler',
      `${page}/files`,
      { name: '回.ods', bytes },
      { came: '2026-01-05', way: '公文' },
    );
    expect(came.status, came.body.slice(0, 800)).toBe(200);
    for (const word of ['收到 1 個檔案', '變更 2', '無法讀入 1', '未列的計畫', '逾期收到', '掃描3萬頁。'])
      expect(came.body).toContain(word);
    expect((await house.page('compiler', `/en${page}`)).body).toContain('came late');

    expect((await house.send('compiler', `${page}/cells`, { do: `row:${year}-04` })).status).toBe(303);
    expect([(await texts(3))?.goals, (await texts(4))?.goals]).toEqual(['', '掃描3萬頁。']);
    expect((await house.send('compiler', `${page}/cells`, { do: 'plain' })).status).toBe(303);
    expect((await texts(3))?.goals).toBe('掃描3萬頁。');
    const merged = await house.send('compiler', `${page}/merge`, {
      version: (await house.version('compiler', `/api${page.slice(7)}`)).replaceAll('"', ''),
    });
    expect(merged.status, merged.body.slice(0, 500)).toBe(303);
    const history = (await house.page('compiler', `${page}/history`)).body;
    for (const word of ['發出收集表', '收回檔案', '併入完成']) expect(history).toContain(word);
  });

  test('nobody else finds them', async () => {
    for (const who of ['officer', 'xcompiler', 'nobody'])
      for (const path of [
        `/office/years/${year}/collections`,
        `/office/collections/${id}`,
        `/office/collections/${id}/history`,
      ])
        expect((await house.page(who, path)).status, `${who} ${path}`).toBe(404);
    expect((await house.page(null, `/office/collections/${id}`)).status).toBe(303);
  });
});
