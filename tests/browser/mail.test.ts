import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMailServer, type MailServer } from '../integration/mail-server.ts';
import { look } from './look.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** Notices and their mail, by the program as it is shipped and a real mail server. */

let house: YearHouse;
let mailServer: MailServer;

beforeAll(async () => {
  mailServer = await startMailServer();
  const port = await freePort();
  const people = [
    { login: 'officer', name: '承辦', role: 'officer', agency: 'bureau' },
    { login: 'supervisor', name: '主管', role: 'supervisor', agency: 'bureau' },
  ];
  const plans = [
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
  ];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, plans, {
    PORT: String(port),
    GUANKAO_ORIGIN: `http://127.0.0.1:${port}`,
    GUANKAO_SMTP: `smtp://127.0.0.1:${mailServer.port}?tls=none`,
    GUANKAO_MAIL_FROM: '管考通知 <noreply@example.gov.tw>',
  });
}, 240_000);
afterAll(async () => {
  await house.close();
  await mailServer.close();
});

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

async function mailTo(address: string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    const at = mailServer.receivers.lastIndexOf(address);
    if (at >= 0) return mailServer.taken[at]?.text ?? '';
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no mail to ${address}`);
}

const go = (page: Page, path: string) => page.goto(`${house.origin}${encodeURI(path)}`);
/** In both languages, at both widths; a picture of each where a folder is named. */
async function lookInBoth(page: Page, path: string, name: string): Promise<void> {
  for (const lang of ['', '/en']) {
    await go(page, `${lang}${path}`);
    await lookAndKeep(page, `${name}${lang.replace('/', '-')}`);
  }
}

async function lookAndKeep(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'] ?? '';
  await look(page, name, async (width) => {
    if (folder === '') return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });
}

test('notices stand in the workbench, each leading to where it is dealt with', async () => {
  const officer = await house.page('officer');
  await lookInBoth(officer, '/office', 'home');
  await lookInBoth(officer, '/office/notices', 'notices');
  await go(officer, '/office');
  await officer.getByRole('link', { name: '全部通知' }).click();
  await officer.getByRole('link', { name: '範例部-114-02 步道整建計畫：待填寫' }).click();
  expect(decodeURI(officer.url())).toContain('/office/rows/範例部-114-02');
  await go(await house.page('supervisor'), '/office/notices');
});

test('one’s own address: refused with what was typed, asked, confirmed by the link, stopped by one click', async () => {
  const officer = await house.page('officer');
  await lookInBoth(officer, '/office/me/mail', 'own-mail-none');
  await go(officer, '/office/me/mail');
  await officer.getByRole('textbox', { name: '信箱' }).fill('wang at agency');
  await officer.getByRole('button', { name: '儲存' }).click();
  expect(await officer.getByRole('textbox', { name: '信箱' }).inputValue()).toBe('wang at agency');
  await lookAndKeep(officer, 'own-mail-refused');
  await officer.getByRole('textbox', { name: '信箱' }).fill('wang@agency.example');
  await officer.getByRole('button', { name: '儲存' }).click();
  await officer.getByText('等待確認').waitFor();
  await lookAndKeep(officer, 'own-mail-to-confirm');
  const link = /http:\S+\/mail\/confirm\/\S+/.exec(await mailTo('wang@agency.example'))?.[0] ?? '';
  // Whoever reads the mail need not be signed in.
  const stranger = await (await house.browser.newContext({ locale: 'zh-TW' })).newPage();
  await stranger.goto(link);
  await lookAndKeep(stranger, 'confirm');
  await stranger.getByRole('button', { name: '這是我的信箱' }).click();
  await stranger.getByText('信箱已確認。').waitFor();
  await lookAndKeep(stranger, 'confirmed');
  await lookInBoth(officer, '/office/me/mail', 'own-mail');
  await go(officer, '/office/me/mail');
  await officer.getByRole('button', { name: '停止寄送' }).click();
  await officer.getByText('已停止寄送').waitFor();
});

test('administrators send a test mail, and see what was refused and why', async () => {
  const admin = await house.page('admin');
  await go(admin, '/office/mail');
  await admin.getByRole('textbox', { name: '信箱' }).fill('me@agency.example');
  await admin.getByRole('button', { name: '寄測試信' }).click();
  await admin.getByText('郵件伺服器已收下測試信。').waitFor();
  await mailTo('me@agency.example');
  await lookAndKeep(admin, 'mail-tested');
  mailServer.behave({ refuse: () => '550 5.1.1 <gone@agency.example>: Recipient address rejected: User unknown' });
  await house.api('supervisor', 'PUT', '/api/me/mail', { address: 'gone@agency.example', locale: 'zh-Hant' });
  for (let tries = 0; tries < 40 && !(await admin.getByText('User unknown').first().isVisible()); tries += 1) {
    await admin.waitForTimeout(500);
    await go(admin, '/office/mail');
  }
  await lookInBoth(admin, '/office/mail', 'mail');
  mailServer.behave({});
  await go(admin, '/office/mail');
  await admin.getByRole('button', { name: '全部再試' }).click();
  await admin.getByText('沒有。').waitFor();
});
