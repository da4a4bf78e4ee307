// インフラ統合基盤作業依頼申請: returned once, applied for again, approved late after a reminder and an escalation, done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, complete, done, fill, openBrowser, openTask, press } from './support/person.mjs';
import { startServer } from './support/server.mjs';

let server;
let browser;
let caseNo;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2026-04-24T10:00:00+09:00'); // a Friday; the 29th and May 3rd to 6th are holidays
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a vendor applies, and gets a case number', () =>
  as(browser, server, 'zeimuasp', async (page) => {
    await page.goto('/start');
    await page.getByRole('heading', { level: 1, name: '申請する' }).waitFor();
    await page.getByRole('link', { name: /インフラ統合基盤作業依頼/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /インフラ統合基盤作業依頼/ }).waitFor();
    await look(page, 'request');
    await press(page, '内容の確認へ進む');
    await page.getByText('か所を直してください').waitFor();
    await fill(page, {
      件名: '税務システム 検証サーバーのメモリ増設',
      作業の種類: 'リソース変更',
      対象システム: { tick: [/^SYS-46 /] },
      作業の内容: 'メモリを 16 GB から 32 GB に増やす。',
      理由: '一括処理の時間を短くするため。',
      希望の開始: ['2026/5/20', '10:00'],
      希望の終了: ['2026/5/20', '12:00'],
      手順: '停止、変更、起動。',
      切り戻しの手順: '元の値に戻して起動する。',
      確認の方法: '画面の表示と処理時間を確かめる。',
      当日の連絡先: '03-1234-5678',
    });
    await press(page, '内容の確認へ進む');
    await page.getByRole('heading', { level: 1, name: '提出前の確認' }).waitFor();
    await look(page, 'request-check');
    await press(page, '提出する');
    await page.getByRole('heading', { level: 1, name: '提出しました' }).waitFor();
    await look(page, 'request-submitted');
    caseNo = (await page.locator('main').textContent())?.match(/INF-R\d\d-\d{5}/)?.[0];
    assert.ok(caseNo, 'the page names the case number');
  }));

test('the desk returns it with a reason, and the vendor applies again', async () => {
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'B20 受付を確認する', {
      button: '差し戻す',
      more: { 差戻しの理由: '切り戻しの手順に時間を書いてください。' },
    }),
  );
  await as(browser, server, 'zeimuasp', (page) =>
    complete(page, caseNo, 'B15 申請内容を直す', {
      answers: { 切り戻しの手順: '元の値に戻して起動する（15分）。' },
      button: '再申請する',
    }),
  );
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'B20 受付を確認する', { button: '受け付ける' }),
  );
});

test('infra can do it', () =>
  as(browser, server, 'infra', (page) =>
    complete(page, caseNo, 'B28 実施可否を回答する', {
      answers: { 実施の開始: ['2026/5/20', '10:00'], 実施の終了: ['2026/5/20', '12:00'] },
      button: '実施できる',
    }),
  ));

/** What the history of the case says, as one text. */
const story = () =>
  as(browser, server, 'tanto', async (page) => {
    await page.goto(`/cases/${caseNo}`);
    await page.locator('.tabs a', { hasText: '履歴' }).click();
    await page.locator('main table').first().waitFor();
    return page.locator('main').innerText();
  });

async function saysInTime(pattern) {
  let text = '';
  for (let left = 20; left > 0; --left) {
    text = await story();
    if (pattern.test(text)) return;
  }
  assert.match(text, pattern);
}

test('left lying over a weekend and a holiday it is reminded of, then escalated', async () => {
  assert.doesNotMatch(await story(), /B42 督促する|2営業日後から毎日/);
  await server.moveClock('2026-04-27T10:30:00+09:00');
  assert.doesNotMatch(await story(), /B42 督促する|2営業日後から毎日/, 'one business day after the Friday');
  await server.moveClock('2026-04-28T10:30:00+09:00');
  await saysInTime(/2営業日後から毎日|B42 督促する/);
  await server.moveClock('2026-05-01T10:30:00+09:00');
  assert.doesNotMatch(await story(), /B43 課長へエスカレーション|5営業日経過/, 'the 29th does not count');
  await server.moveClock('2026-05-07T10:30:00+09:00');
  await saysInTime(/5営業日経過|B43 課長へエスカレーション/);
});

test('the chief is away: who stands in for him approves it late; nothing in it asks for the manager', async () => {
  await as(browser, server, 'kakaricho', async (page) => {
    const from = new Date(server.time);
    const away = { substitutes: ['joho'], from, until: new Date(from.getTime() + 3 * 86_400_000), reason: '出張' };
    const status = await page.evaluate(async (body) => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken };
      return (await fetch('/api/substitutions', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    }, away);
    assert.equal(status, 201);
  });
  await as(browser, server, 'joho', async (page) => {
    await openTask(page, caseNo, 'B40 係長が承認する');
    await page.getByText(/代理: 高橋 進.*の代わりに処理します/).waitFor();
    await look(page, 'task-substitute');
    await press(page, '承認');
    await done(page, 'B40 係長が承認する');
    const decided = await page.evaluate(async () => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken };
      const body = JSON.stringify({ filter: { elementId: 'B40' } });
      return (await (await fetch('/api/approval-decisions/search', { method: 'POST', headers, body })).json()).items;
    });
    assert.deepEqual(
      decided.map(({ authority, actorName, principalName }) => [authority, actorName, principalName]),
      [['substitute', '田中 由美', '高橋 進']],
    );
  });
  await as(browser, server, 'kacho', async (page) => {
    await page.getByText('対応が必要なものはありません。').waitFor();
  });
});

test('the work is done on its day, and the desk closes the case', async () => {
  await server.moveClock('2026-05-19T09:01:00+09:00');
  await server.moveClock('2026-05-20T10:00:00+09:00');
  await as(browser, server, 'infra', (page) =>
    complete(page, caseNo, 'B65 作業の開始を報告する', { answers: { 開始した日時: ['2026/5/20', '10:00'] } }),
  );
  await server.moveClock('2026-05-20T11:30:00+09:00');
  await as(browser, server, 'infra', (page) =>
    complete(page, caseNo, 'B70 作業し、終了を報告する', {
      answers: { 終了した日時: ['2026/5/20', '11:25'], 実施した内容と結果: '予定どおり増設し、起動を確かめた。' },
      button: '完了した',
    }),
  );
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'B80 結果を確認する', {
      answers: { 構成管理台帳に設定値を反映した: true },
      button: '完了とする',
    }),
  );
  await as(browser, server, 'zeimuasp', async (page) => {
    await page.goto(`/cases/${caseNo}`);
    await page.getByText('に終わりました').waitFor();
    assert.match((await page.locator('main').textContent()) ?? '', /完了/);
    await page.locator('.tabs a', { hasText: '経路と図' }).click();
    await page.locator('.djs-connection.taken').first().waitFor();
    await look(page, 'application-diagram');
  });
});
