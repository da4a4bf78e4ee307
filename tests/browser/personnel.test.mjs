// 人事異動 by an administrator: rehearsed from a table, scheduled, done at its day; and one taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, openBrowser } from './support/person.mjs';
import { startServer } from './support/server.mjs';

let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2027-03-20T10:00:00+09:00');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const table = (...rows) => ({
  name: '異動.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${['利用者ID,区分,旧グループ,新グループ,氏名,役職,後任', ...rows].join('\r\n')}`),
});

async function open(page) {
  await page.goto('/personnel');
  await page.getByRole('heading', { level: 1, name: '人事異動' }).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

async function rehearse(page, ...rows) {
  await page.getByLabel('異動の表（CSV）').setInputFiles(table(...rows));
  await page.getByLabel('発令日').fill('2027-04-01');
  await page.getByRole('button', { name: '予行する' }).press('Enter');
}

test('a personnel change is rehearsed, and scheduled', () =>
  as(browser, server, 'admin', async (page) => {
    await page.getByText('管理 者').first().click();
    await page.getByRole('link', { name: '人事異動' }).click();
    await open(page);
    await look(page, 'personnel-empty');
    await page.getByRole('button', { name: '予行する' }).click();
    assert.match(await page.getByRole('alert').first().textContent(), /異動の表（CSV）/);
    await rehearse(page, 'nobody,異動,,,,,', 'tanto,昇進,,,,,');
    await page.getByText('2行目 1列（username）').waitFor();
    assert.match(await page.getByRole('alert').first().textContent(), /3行目 2列（change）: 「昇進」は区分ではありません。/);
    await look(page, 'personnel-faults');
    await rehearse(page, 'tanto,異動,*,ward_is.staff,,情報システム課 主任,tanto2', 'kacho,退職,,,,,', 'shinjin,採用,,ward_is.manager,新田 人,情報システム課 課長,');
    const told = page.getByRole('region', { name: '予行の結果' });
    await told.getByText('鈴木 花子').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'personnel-told');
    await told.getByRole('cell', { name: '退職' }).waitFor();
    await look(page, 'personnel-rehearsed');
    await told.getByRole('button', { name: 'この内容で予約する' }).press('Enter');
    await page.getByRole('heading', { name: '採用する人の最初のパスワード' }).waitFor();
    await look(page, 'personnel-scheduled');
    await page.getByRole('region', { name: '採用する人の最初のパスワード' }).getByRole('button', { name: '閉じる' }).click();
    await page.locator('tbody tr').getByText('予約済み').waitFor();
  }));

test('it is done at its day, and what was done can be read', async () => {
  await server.moveClock('2027-04-01T00:00:00+09:00');
  await as(browser, server, 'admin', async (page) => {
    const people = async () => (await (await page.request.get('/api/people')).json()).items;
    for (let left = 100; left > 0 && (await people()).some(({ username }) => username === 'kacho'); --left) await page.waitForTimeout(300);
    const known = new Map((await people()).map((one) => [one.username, one]));
    assert.equal(known.has('kacho'), false);
    assert.deepEqual(known.get('tanto').groups, ['ward_is.staff']);
    assert.equal(known.get('tanto').post, '情報システム課 主任');
    assert.equal(known.get('shinjin').name, '新田 人');
    await open(page);
    await page.locator('tbody tr').getByText('実施済み').waitFor();
    await page.getByRole('button', { name: /^内容を見る/ }).click();
    await page.getByText('行ったことの記録です。').waitFor();
    await look(page, 'personnel-done');
  });
});

test('a personnel change is taken back before its day', () =>
  as(browser, server, 'admin', async (page) => {
    await open(page);
    await page.getByLabel('異動の表（CSV）').setInputFiles(table('tanto2,退職,,,,,'));
    await page.getByLabel('発令日').fill('2027-07-01');
    await page.getByRole('button', { name: '予行する' }).click();
    await page.getByRole('button', { name: 'この内容で予約する' }).click();
    const row = page.locator('tbody tr', { hasText: '7月1日' });
    await row.getByRole('button', { name: /^取り消す/ }).press('Enter');
    await row.getByRole('button', { name: '取り消す', exact: true }).press('Enter');
    await row.getByText('取消', { exact: true }).waitFor();
    assert.equal(await row.getByRole('button').count(), 0);
  }));

test('the page is for administrators', () =>
  as(browser, server, 'sekinin', async (page) => {
    await page.goto('/personnel');
    await page.getByText('人事異動は管理者だけが扱えます。').waitFor();
    assert.equal((await page.request.get('/api/personnel-changes')).status(), 403);
  }));
