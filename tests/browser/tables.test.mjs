// 基礎データ: a table is read, edited, imported after a look at the differences; its versions tell who did what.
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
  await server.moveClock('2026-09-10T10:00:00+09:00');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(page, path, name) {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}
const row = (page, id) => page.locator('tbody tr', { has: page.getByRole('rowheader', { name: id, exact: true }) });

test('a row is edited by keys, and the version says why', () =>
  as(browser, server, 'joho', async (page) => {
    await page.getByText('田中 由美').first().click();
    await page.getByRole('link', { name: '基礎データ' }).click();
    await page.getByRole('heading', { level: 1, name: '基礎データ' }).waitFor();
    await page.getByRole('link', { name: '関係者' }).waitFor();
    await look(page, 'tables');
    await page.getByRole('link', { name: '関係者' }).press('Enter');
    await row(page, 'csp').getByRole('button', { name: '直す: csp' }).press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'row-form');
    await look(page, 'table-edit');
    await page.getByLabel('略称').fill('');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('行 csp、列 short_ja: 値がありません。入れてください。').waitFor();
    await look(page, 'table-fault');
    await page.getByLabel('略称').fill('クラウド');
    await page.getByLabel('変更の理由').fill('呼び名の統一');
    await page.getByRole('button', { name: '保存する' }).press('Enter');
    await page.getByText('版2を作りました。').first().waitFor();
    await row(page, 'csp').getByText('クラウド').waitFor();
    await page.getByRole('link', { name: '版の履歴' }).click();
    await row(page, '2').getByText('呼び名の統一').waitFor();
    await row(page, '2').getByRole('button').press('Enter');
    await page.getByText('CSP → クラウド').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'table-differences');
    await look(page, 'table-versions');
  }));

test('a row that others refer to stays', () =>
  as(browser, server, 'joho', async (page) => {
    await open(page, '/tables/parties?search=joint_asp', '関係者');
    await row(page, 'joint_asp').getByRole('button', { name: '消す: joint_asp' }).press('Enter');
    await row(page, 'joint_asp').getByRole('button', { name: '消す', exact: true }).press('Enter');
    await page.getByText(/から参照されています。先にそちらを直してください。/).first().waitFor();
    await row(page, 'joint_asp').waitFor();
  }));

test('a file is taken after a look at what it changes', () =>
  as(browser, server, 'joho', async (page) => {
    await open(page, '/tables/gcas_code_lists?view=import', 'GCASの符号');
    await page.getByRole('button', { name: '違いを見る' }).click();
    assert.match(await page.getByRole('alert').first().textContent(), /ファイル（CSV か xlsx）/);
    const file = (text) => ({ name: '符号.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByLabel('ファイル（CSV か xlsx）').setInputFiles(file('code_list,codes\nenv_action,new\n'));
    await page.getByRole('button', { name: '違いを見る' }).click();
    await page.getByText(/「codes」という列はこの表にありません/).waitFor();
    await page.getByLabel('ファイル（CSV か xlsx）').setInputFiles(file('code_list,code,value_ja_or_pattern,basis\nenv_action,new,新規登録,assumption\nenv_action,move,移動,guess\n'));
    await page.getByLabel('ファイルにない行を残す').check();
    await page.getByRole('button', { name: '違いを見る' }).click();
    await page.getByText(/「guess」は使えません/).waitFor();
    assert.equal(await page.getByRole('button', { name: 'この内容で取り込む' }).count(), 0);
    await look(page, 'table-import-problems');
    await page.getByLabel('ファイル（CSV か xlsx）').setInputFiles(file('code_list,code,value_ja_or_pattern,basis\nenv_action,new,新規登録,assumption\nenv_action,move,移動,assumption\n'));
    await page.getByRole('button', { name: '違いを見る' }).click();
    await page.getByText('新規 → 新規登録').waitFor();
    await look(page, 'table-import');
    await page.getByRole('button', { name: 'この内容で取り込む' }).press('Enter');
    await page.getByText('版2を作りました。').first().waitFor();
    await open(page, '/tables/gcas_code_lists?search=env_action', 'GCASの符号');
    await page.getByText('新規登録').waitFor();
    await look(page, 'table-rows');
  }));

test('who may only read is offered nothing else, in English, too', () =>
  as(browser, server, 'tanto', async (page) => {
    await open(page, '/tables/systems', '管理対象システム');
    assert.equal(await page.getByRole('button', { name: '行を加える' }).count(), 0);
    assert.equal((await page.request.get('/api/tables/systems/offer')).status(), 403);
  }));

test('a form takes its choices from a table', async () => {
  await as(browser, server, 'joho', async (page) => {
    await open(page, '/tables/systems?search=SYS-01', '管理対象システム');
    await row(page, 'SYS-01').getByRole('button', { name: '直す: SYS-01' }).click();
    await page.getByLabel(/^名称/).fill('業務自動化システム');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('版2を作りました。').first().waitFor();
  });
  await as(browser, server, 'zeimu', async (page) => {
    await page.goto('/start/inquiry');
    await page.getByText('SYS-01 業務自動化システム').first().waitFor({ state: 'attached' });
    assert.equal(await page.getByText('SYS-01 RPAシステム').count(), 0);
  });
});
