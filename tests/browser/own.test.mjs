// What people look after themselves: who acts for them while they are away, where they are signed in, what their programs use. And
// the description of the API, which is for who writes such programs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, openBrowser } from './support/person.mjs';
import { password, startServer } from './support/server.mjs';

let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2026-04-02T10:00:00+09:00');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(page, path, heading) {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

test('somebody says that they are away and who acts for them, and takes it back', () =>
  as(browser, server, 'kakaricho', async (page) => {
    await open(page, '/substitutions', '不在と代理');
    await page.getByText('登録された不在はありません。').waitFor();
    await look(page, 'substitutions-empty');
    await page.getByLabel('いつから').fill('2026-04-03T09:00');
    await page.getByLabel('いつまで').fill('2026-04-02T09:00');
    await page.getByRole('button', { name: '登録する' }).click();
    assert.equal(await page.getByRole('alert').first().textContent(), '「いつまで」は「いつから」より後にしてください。');
    await page.getByLabel('いつまで').fill('2026-04-10T17:15');
    await page.getByRole('group', { name: '代理の人' }).getByLabel('鈴木 花子').check();
    await page.getByRole('group', { name: '代理でできること' }).getByLabel('承認だけ').check();
    await page.getByLabel('理由').fill('出張');
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByText('不在を登録しました。').first().waitFor();
    const row = page.locator('tbody tr');
    await row.getByText('これから').waitFor();
    assert.match(await row.textContent(), /鈴木 花子.*4月3日（金）09:00 – 4月10日（金）17:15.*承認だけ/);
    await look(page, 'substitutions');
    const question = page.getByText('の不在を取り消しますか');
    await row.getByRole('button', { name: /^取り消す/ }).click();
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await row.getByRole('button', { name: /^取り消す/ }).press('Enter');
    await question.waitFor();
    await look(page, 'substitutions-revoking');
    await page.keyboard.press('Enter');
    await row.getByText('取消', { exact: true }).waitFor();
    assert.equal(await row.getByRole('button').count(), 0);
  }));

test('somebody sees where they are signed in, and ends what is elsewhere', () =>
  as(browser, server, 'tanto2', (elsewhere) =>
    as(browser, server, 'tanto2', async (page) => {
      await open(page, '/sessions', 'サインイン中の端末');
      await page.getByText('この端末', { exact: true }).waitFor();
      assert.equal(await page.locator('tbody tr').count(), 2);
      await look(page, 'sessions');
      await page.getByRole('button', { name: /^終了する/ }).click();
      await page.getByText('この端末のサインインを終了しますか。').waitFor();
      await page.getByRole('button', { name: '終了する', exact: true }).click();
      await page.getByText('サインインを終了しました。').first().waitFor();
      await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
      assert.equal((await elsewhere.request.get('/api/session')).status(), 401);
    }),
  ));

test('somebody makes an access token, which is shown once, and revokes it', () =>
  as(browser, server, 'tanto', async (page) => {
    await open(page, '/tokens', 'アクセストークン');
    await look(page, 'tokens-empty');
    await page.getByLabel('名前').fill('月次集計');
    await page.getByLabel('今のパスワード').fill('not my password');
    await page.getByRole('button', { name: '作る' }).click();
    await page.getByText('今のパスワードが違います。').waitFor();
    await page.getByLabel('今のパスワード').fill(password);
    await page.getByRole('button', { name: '作る' }).click();
    await page.getByRole('heading', { name: '「月次集計」を作りました' }).waitFor();
    await look(page, 'tokens-made');
    const token = await page.getByLabel('トークン', { exact: true }).inputValue();
    const people = () => fetch(`${server.address}/api/people`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await people()).status, 200);
    await page.getByRole('button', { name: '閉じる' }).click();
    assert.ok(!(await page.content()).includes(token));
    await look(page, 'tokens');
    await page.getByRole('button', { name: /^無効にする/ }).click();
    await page.getByRole('button', { name: '無効にする', exact: true }).click();
    await page.getByText('アクセストークンはありません。').waitFor();
    assert.equal((await people()).status, 401);
  }));

test('all of it is in the menu, and in English', () =>
  as(browser, server, 'tanto', async (page) => {
    await page.getByLabel('鈴木 花子 のメニュー').click();
    await page.getByRole('button', { name: 'English' }).click();
    for (const heading of ['Absences and substitutes', 'Where I am signed in', 'Access tokens']) {
      const menu = page.locator('details.person');
      if (!(await menu.getAttribute('open').then((open) => open !== null))) await menu.locator('summary').click();
      await menu.getByRole('link', { name: heading }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    await page.goto('/substitutions');
    await page.getByRole('heading', { level: 1, name: 'Absences and substitutes' }).waitFor();
    await look(page, 'substitutions-english');
  }));

test('the description of the API is read on any screen', () =>
  as(browser, server, '', async (page) => {
    await page.goto('/api-docs');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'api-docs');
  }));
