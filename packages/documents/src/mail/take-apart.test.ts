import { strToU8, zipSync } from 'fflate';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { isMail, openMail } from './open-mail.ts';
import { TakingApart, type Part } from './take-apart.ts';

/** Mails as mail programs write them, and as nobody writes them. */

type Attached = { readonly filename?: string; readonly content: Buffer; readonly contentType?: string };
interface Written {
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly (Attached & { readonly cid?: string; readonly contentDisposition?: 'inline' })[];
}

async function mail(written: Written, name = '回復.eml') {
  const head = { from: '王小明 <wang@example.gov.tw>', to: 'b@example.gov.tw', subject: '檢送收集表' };
  const bytes = await new MailComposer({
    ...head,
    date: new Date('2026-01-18T02:00:00Z'),
    ...written,
  } as ConstructorParameters<typeof MailComposer>[0])
    .compile()
    .build();
  return { name, bytes: new Uint8Array(bytes) };
}

const csv = Buffer.from('計畫名稱,目標\n海岸,3');
const parts = (file: { readonly name: string; readonly bytes: Uint8Array }) => new TakingApart().parts(file);
const told = (all: readonly Part[]) =>
  all.map(({ file, refusal, mail: own, attachedTo }) => [
    file.name,
    refusal?.id ?? (own === null ? 'file' : 'mail'),
    attachedTo?.name ?? null,
  ]);

describe('a mail is opened', () => {
  test('its head, its words, its files; a picture of a signature is counted and is none of them', async () => {
    const picture = { filename: 'logo.png', content: Buffer.from('\x89PNG'), cid: 'logo', contentType: 'image/png' };
    const file = await mail({
      html: '<p>檢送<b>收集表</b>。</p><img src="cid:logo">',
      attachments: [
        { filename: '範例署.csv', content: csv },
        { ...picture, contentDisposition: 'inline' },
      ],
    });
    expect(isMail(file)).toBe(true);
    const opened = await openMail(file);
    expect(opened).toMatchObject({
      from: expect.stringContaining('wang@example.gov.tw'),
      subject: '檢送收集表',
      sent: '2026-01-18T02:00:00.000Z',
      text: expect.stringContaining('檢送收集表。'),
      pictures: 1,
    });
    expect(opened.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['範例署.csv', csv.toString()],
    ]);
  });

  test('two attachments are two files; one without a name is one, too; folders in names are none of ours', async () => {
    const file = await mail({
      text: '如附',
      attachments: [
        { filename: '../../甲.csv', content: csv },
        { filename: false as unknown as string, content: csv, contentType: 'application/octet-stream' },
      ],
    });
    expect(told(await parts(file))).toEqual([
      ['回復.eml', 'mail', null],
      ['甲.csv', 'file', '回復.eml'],
      ['附件2', 'file', '回復.eml'],
    ]);
  });

  test('a table that was pasted into it is there as a document; of one without, there is none', async () => {
    const html =
      '<p>見下表</p><table><tr><td>計畫名稱</td><td>目標</td></tr><tr><td>海岸</td><td>3處<br>2場</td></tr></table>';
    const { tables, text } = await openMail(await mail({ html, text: '見下表' }));
    expect(text).toBe('見下表');
    expect(tables?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
    expect(tables?.text).toContain('海岸');
    expect((await openMail(await mail({ html: '<p>如附</p>' }))).tables).toBeNull();
  });

  test('its words in Big5 are read', async () => {
    const head = 'From: a@example.tw\r\nSubject: x\r\nContent-Type: text/plain; charset=big5\r\n\r\n';
    const opened = await openMail({ name: 'a.eml', bytes: new Uint8Array([...strToU8(head), 0xa4, 0xa4, 0xa4, 0xe5]) });
    expect(opened.text).toBe('中文');
  });

  test('of a head without a day that is one, none is made up', async () => {
    for (const date of ['', 'Date: soon\r\n', 'Date: Fri, 01 Jan 9999999 00:00:00\r\n'])
      expect((await openMail({ name: 'a.eml', bytes: strToU8(`From: a@example.tw\r\n${date}\r\nx`) })).sent).toBeNull();
  });
});

describe('what is a mail', () => {
  test.each([
    ['a mailbox’s first line above', 'From a@b Mon\nFrom: a@b\nDate: x\n\nx', true],
    ['folded lines', 'From: "a"\n\t<a@b>\nTo: b@c\n\nx', true],
    ['a mark of UTF-8 before it', '\u{feff}From: a@b\nTo: b@c\n\nx', true],
    [
      'a web page in one file',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nx',
      false,
    ],
    ['a head without a sender', 'Subject: a\nDate: b\n\nx', false],
    ['a table with colons', 'From: a@b\n計畫,金額\n\nx', false],
    ['a text', '主旨：檢送\n\n如附', false],
    ['nothing', '', false],
  ])('%s', (_what, text, is) => expect(isMail({ bytes: strToU8(text) })).toBe(is));
});

describe('as deep as people do', () => {
  test('a forwarded mail with a ZIP, in a ZIP', async () => {
    const inner = await mail({
      text: '原信',
      attachments: [{ filename: '夾.zip', content: zip({ '甲/乙.csv': csv }) }],
    });
    const outer = await mail(
      {
        text: '轉寄',
        attachments: [{ filename: '原信.eml', content: Buffer.from(inner.bytes), contentType: 'message/rfc822' }],
      },
      '轉.eml',
    );
    expect(told(await parts({ name: '回.zip', bytes: zip({ '轉.eml': Buffer.from(outer.bytes) }) }))).toEqual([
      ['轉.eml', 'mail', null],
      ['原信.eml', 'mail', '轉.eml'],
      ['乙.csv', 'file', '原信.eml'],
    ]);
  });
});

describe('what nobody writes is refused, each in words of its own, and kept', () => {
  test('nothing attached: its words are at hand', async () => {
    const [part, ...more] = await parts(await mail({ text: '第3列請改為5公里' }));
    expect([part?.refusal?.id, part?.mail?.text, more]).toEqual(['mail-without-file', '第3列請改為5公里', []]);
    expect(part?.refusal?.inBothLanguages['zh-Hant']).toContain('回復.eml');
  });

  test('mails within mails without end', async () => {
    let file = await mail({ text: '最裡', attachments: [{ filename: '甲.csv', content: csv }] }, '0.eml');
    for (let depth = 1; depth < 9; depth += 1)
      file = await mail(
        { text: '外', attachments: [{ filename: file.name, content: Buffer.from(file.bytes) }] },
        `${depth}.eml`,
      );
    const all = await parts(file);
    expect(told(all).at(-1)).toEqual(['4.eml', 'nested-too-deep', '5.eml']);
    expect(all.at(-1)?.file.bytes.length).toBeGreaterThan(100);
  });

  test('a zip bomb attached, and the sound file beside it', async () => {
    const bomb = zip({ '收集表.csv': Buffer.alloc(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    const all = await parts(
      await mail({
        text: '如附',
        attachments: [
          { filename: 'b.zip', content: bomb },
          { filename: '甲.csv', content: csv },
        ],
      }),
    );
    expect(told(all)).toEqual([
      ['回復.eml', 'mail', null],
      ['收集表.csv', 'file-too-large', '回復.eml'],
      ['甲.csv', 'file', '回復.eml'],
    ]);
  });

  test('many bombs in one archive, and what together is too much: kept whole, none of it counts', async () => {
    const grey = Buffer.from(Array.from({ length: 1024 * 1024 }, (_, at) => (at * 7919) % 251));
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.csv`, grey]));
    const taking = new TakingApart();
    expect(told(await taking.parts({ name: '多.zip', bytes: zip(files) }))).toEqual([
      ['多.zip', 'too-much-within', null],
    ]);
    const bombs = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [`${at}.csv`, Buffer.alloc(16 * 1024 * 1024)]),
    );
    expect(told(await taking.parts({ name: '彈.zip', bytes: zip(bombs) }))).toEqual([
      ['彈.zip', 'too-much-within', null],
    ]);
    const after = await taking.parts({ name: '好.zip', bytes: zip({ '甲.csv': csv }) });
    expect(told(after)).toEqual([['甲.csv', 'file', null]]);
  });

  test('words without end, or marks that nobody can read: it is said that there is more', async () => {
    const html = `From: a@example.tw\r\nTo: b@c\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(20_000)}字`;
    expect(await openMail({ name: 'a.eml', bytes: strToU8(html) })).toMatchObject({ text: '', isWhole: false });
    const long = `From: a@example.tw\r\nTo: b@c\r\n\r\n${'a b c\r\n'.repeat(200_000)}`;
    const { text, isWhole } = await openMail({ name: 'a.eml', bytes: strToU8(long) });
    expect([text.length, isWhole]).toEqual([20_000, false]);
    const short = 'From: a@example.tw\r\nTo: b@c\r\n\r\n如附';
    expect(await openMail({ name: 'a.eml', bytes: strToU8(short) })).toMatchObject({ text: '如附', isWhole: true });
  });

  test('a thousand parts, a head without end', async () => {
    const boundary = 'From: a@example.tw\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n';
    const many = strToU8(`${boundary}${'--x\r\nContent-Type: text/plain\r\n\r\na\r\n'.repeat(3_000)}--x--\r\n`);
    const long = strToU8(`From: a@example.tw\r\nTo: b@c\r\n${`X-A: ${'a'.repeat(900)}\r\n`.repeat(2_000)}\r\nx`);
    for (const bytes of [many, long])
      expect(told(await parts({ name: 'a.eml', bytes }))).toEqual([['a.eml', 'file-too-large', null]]);
  });

  test('multiparts within multiparts, a boundary that never comes, base64 that is none', async () => {
    const nested = Array.from(
      { length: 400 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    );
    for (const text of [
      `From: a@example.tw\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('')}`,
      'From: a@example.tw\r\nContent-Type: multipart/mixed; boundary=never\r\n\r\nx',
      'From: a@example.tw\r\nContent-Type: multipart/mixed\r\n\r\nx',
      'From: a@example.tw\r\nTo: b@c\r\n',
    ])
      expect(told(await parts({ name: 'a.eml', bytes: strToU8(text) }))).toEqual([
        ['a.eml', 'mail-without-file', null],
      ]);
    const broken =
      'From: a@example.tw\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\nUEsDB***\r\n--x--\r\n';
    expect(told(await parts({ name: 'a.eml', bytes: strToU8(broken) }))[1]?.[0]).toBe('a.zip');
  });
});

function zip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  return Buffer.from(zipSync({ ...files }));
}
