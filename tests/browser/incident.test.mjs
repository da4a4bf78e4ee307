// An alert becomes an incident and is worked through to its end, by everyone who has a part in it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { house } from '../support/server.mjs';
import { look } from './support/look.mjs';
import { as, complete, fill, openBrowser, openTask, press } from './support/person.mjs';
import { startServer } from './support/server.mjs';

let server;
let browser;
let caseNo;
const mail = (name) => server.deliver(join(house, 'processes/demo', name));

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2026-04-06T10:03:00+09:00');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a mail delivered twice is taken once, and a second alert of the fault joins its case', async () => {
  const first = await as(browser, server, 'tanto', async (page) => {
    const answer = await mail('alert-1.eml');
    // The open inbox shows it by itself, well before it would ask again.
    await page.locator('a.row', { hasText: 'A40 一次切り分けをする' }).waitFor({ timeout: 15_000 });
    return answer;
  });
  caseNo = first.match(/INC-R\d\d-\d{5}/)?.[0];
  assert.ok(caseNo, `a case number is printed, not: ${first}`);
  assert.match(await mail('alert-1.eml'), /taken before/);
  assert.match(await mail('alert-2.eml'), new RegExp(caseNo));
  await as(browser, server, 'tanto', async (page) => {
    await page.goto('/cases');
    await page.getByRole('link', { name: caseNo }).waitFor();
    assert.equal(await page.getByRole('link', { name: /INC-R\d\d-\d{5}/ }).count(), 1, 'one case');
    await look(page, 'cases');
    await page.goto(`/cases/${caseNo}`);
    await page.locator('.tabs a', { hasText: 'メール' }).click();
    const alerts = page.locator('.mails .mail-subject', { hasText: 'PROBLEM: Web service is not responding' });
    await alerts.nth(1).waitFor();
    assert.equal(await alerts.count(), 2, 'two alerts, the first once');
    await look(page, 'case-mails');
  });
});

test('the desk triages it', () =>
  as(browser, server, 'tanto', async (page) => {
    await openTask(page, caseNo, 'A40 一次切り分けをする');
    await look(page, 'inbox');
    await page.goto('/inbox');
    await openTask(page, caseNo, 'A40 一次切り分けをする');
    await press(page, '障害として対応する');
    await page.getByText('か所を直してください').waitFor();
    await look(page, 'task-with-faults');
    await page.goto('/inbox');
    await openTask(page, caseNo, 'A40 一次切り分けをする');
    await fill(page, {
      影響度: { choose: /^2 / },
      緊急度: { choose: /^高 / },
      区の業務に影響がある: true,
      担当と思われる事業者: '税務システムの事業者',
    });
    await press(page, '障害として対応する');
    await page.getByText('「障害として対応する」にしました').waitFor();
  }));

test('the vendor acknowledges and repairs it', async () => {
  await as(browser, server, 'zeimuasp', (page) =>
    complete(page, caseNo, 'A62 受領を確認する', { answers: { 貴社の受付番号: 'TAX-2026-0042' }, button: '受領した' }),
  );
  await mail('alert-3-recovered.eml');
  await server.moveClock('2026-04-06T11:30:00+09:00');
  await as(browser, server, 'zeimuasp', (page) =>
    complete(page, caseNo, 'A80 復旧対応をする', {
      answers: { 実施した対応: 'アプリケーションサーバーを再起動した。', 復旧した日時: ['2026/4/6', '11:20'] },
      button: '復旧した',
    }),
  );
});

test('the case shows where it is, on the diagram and in words', () =>
  as(browser, server, 'tanto', async (page) => {
    await page.goto(`/cases/${caseNo}`);
    await page.getByText('A90 復旧を確認する').first().waitFor();
    await look(page, 'case');
    await page.locator('.tabs a', { hasText: '経路と図' }).click();
    await page.locator('.djs-shape.here[data-element-id="A90"]').waitFor();
    assert.ok(await page.locator('.djs-shape.passed[data-element-id="A40"]').count(), 'A40 is drawn as passed');
    assert.ok(await page.locator('.djs-connection.taken').count(), 'the way is drawn');
    await look(page, 'case-diagram');
  }));

test('the desk and the owning department confirm the recovery', async () => {
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'A90 復旧を確認する', {
      answers: {
        復旧した日時: ['2026/4/6', '11:20'],
        確認の方法: '監視の復旧通知と画面の表示を確かめた。',
        原因を調査する: true,
      },
      button: '復旧を確認した',
    }),
  );
  await as(browser, server, 'zeimu', (page) =>
    complete(page, caseNo, 'A92 業務の復旧を確認する', { button: '使えるようになった' }),
  );
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'A102 再発を見守る', { button: '見守りを終える' }),
  );
});

test('cause, prevention, approval and knowledge close it', async () => {
  await as(browser, server, 'zeimuasp', (page) =>
    complete(page, caseNo, 'A110 原因を調査する', {
      answers: {
        直接の原因: '接続数が上限に達した。',
        根本の原因: { choose: '特定した' },
        根本の原因の説明: '接続を閉じない処理があった。',
      },
    }),
  );
  await as(browser, server, 'tanto', async (page) => {
    await openTask(page, caseNo, 'A120 再発防止策をまとめる');
    await look(page, 'task-prevention');
  });
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'A120 再発防止策をまとめる', {
      answers: { 何を: '接続の閉じ忘れを検査する。', 誰が: '税務システムの事業者', いつまでに: '2026/5/29', 状況: '予定' },
    }),
  );
  await as(browser, server, 'kakaricho', (page) =>
    complete(page, caseNo, 'A130 報告書を確認・承認する', { button: '承認' }),
  );
  await as(browser, server, 'tanto', (page) =>
    complete(page, caseNo, 'A140 ナレッジを登録する', {
      answers: { ナレッジの題名: '税務システムの接続数超過', '症状・原因・対処': '再起動で復旧する。' },
    }),
  );
});

test('the closed case tells its whole story', () =>
  as(browser, server, 'tanto', async (page) => {
    await page.goto(`/cases/${caseNo}`);
    await page.getByText('に終わりました').waitFor();
    assert.match((await page.locator('main').textContent()) ?? '', /復旧・完了/);
    await page.locator('.tabs a', { hasText: '履歴' }).click();
    await page.getByText('A140 ナレッジを登録する').first().waitFor();
    await look(page, 'case-history');
    await page.locator('.tabs a', { hasText: '変数' }).click();
    await page.getByRole('cell', { name: 'TAX-2026-0042' }).or(page.getByText('"TAX-2026-0042"')).first().waitFor();
    await look(page, 'case-variables');
  }));

test('a stranger who names the case waits in the tray', async () => {
  await mail('stranger.eml');
  await as(browser, server, 'tanto', async (page) => {
    await page.goto('/mails');
    await page.locator('a.row').first().click();
    await page.getByText('差出人はその案件の関係者ではありません').waitFor();
    await look(page, 'mails');
  });
});
