// Who comes in and who doesn't, and that every screen stands what axe-core asks, wide and narrow.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, openBrowser, signIn } from './support/person.mjs';
import { startServer } from './support/server.mjs';

let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a wrong password is told, and says nothing about the account', () =>
  as(browser, server, '', async (page) => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    await look(page, 'sign-in');
    const told = [];
    for (const username of ['tanto', 'nobody-of-this-name']) {
      await signIn(page, username, 'not the password');
      told.push(await page.getByRole('alert').textContent());
    }
    assert.deepEqual(told, ['利用者名またはパスワードが違います。', '利用者名またはパスワードが違います。']);
  }));

test('who signs in sees the inbox, and signs out again', () =>
  as(browser, server, 'tanto', async (page) => {
    await look(page, 'inbox-empty');
    await page.getByLabel('鈴木 花子 のメニュー').click();
    await page.getByRole('button', { name: 'サインアウト' }).click();
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    const answer = await page.request.get('/api/session');
    assert.equal(answer.status(), 401);
  }));

test('English is there for who wants it', () =>
  as(browser, server, 'tanto', async (page) => {
    await page.getByLabel('鈴木 花子 のメニュー').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    await look(page, 'inbox-english');
  }));

test('the screens that need no case', () =>
  as(browser, server, 'tanto', async (page) => {
    for (const [path, heading, name] of [
      ['/start', '申請する', 'start'],
      ['/cases', '案件', 'cases-empty'],
      ['/mails', 'メールトレイ', 'mails-empty'],
      ['/operations', '運用モニター', 'operations-empty'],
      ['/account', 'パスワードの変更', 'account'],
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      await look(page, name);
    }
  }));

test('who is not of the desk sees no tray', () =>
  as(browser, server, 'zeimu', async (page) => {
    assert.equal(await page.getByRole('link', { name: 'メールトレイ' }).count(), 0);
  }));
