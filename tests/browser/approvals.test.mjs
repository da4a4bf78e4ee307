// What moves a case apart from its flows: pulled back, taken up, typed for somebody; and why it is due when it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, openBrowser, openTask, press } from './support/person.mjs';
import { password, startServer } from './support/server.mjs';

let server;
let browser;
let caseNo;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2026-04-28T10:00:00+09:00'); // the 29th and May 3rd to 6th are holidays
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function ask(username, method, path, body) {
  const answer = await fetch(server.address + path, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

async function complete(username, elementId, variables) {
  for (let left = 100; left > 0; --left) {
    const { items } = await ask('admin', 'POST', '/v2/user-tasks/search', { filter: { state: 'CREATED', elementId } });
    if (items.length) return ask(username, 'POST', `/v2/user-tasks/${items[0].userTaskKey}/completion`, { variables, action: variables.outcome });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no task waits at ${elementId}`);
}

async function openCase(page) {
  await page.goto(`/cases/${caseNo}`);
  await page.getByRole('heading', { level: 1, name: '収納バッチ用ディスクの増設' }).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

test('an application reaches the desk', async () => {
  const started = await ask('admin', 'POST', '/v2/process-instances', {
    processDefinitionId: 'infra-work-request',
    variables: {
      title: '収納バッチ用ディスクの増設', workType: 'storage', systems: ['SYS-13'], environment: 'production', description: 'データ領域を 200 GB 増やす',
      reason: '残りが 10 % を切った', desiredFrom: '2026-05-20T18:00:00+09:00', desiredTo: '2026-05-20T20:00:00+09:00', outage: 'none', contactOnDay: '山口',
      rollback: '増設前の構成に戻す',
      requester: { username: 'shunosys', name: '山口 亮', party: 'nonstd/SYS-13', mail: 'yamaguchi@shuno.example.jp' },
    },
  });
  caseNo = (await ask('admin', 'GET', `/v2/process-instances/${started.processInstanceKey}`)).businessId;
  assert.match(caseNo, /^INF-/);
});

test('the desk accepts it, pulls it back from the notice, accepts it again and pulls it back from the case', async () => {
  await as(browser, server, 'tanto', async (page) => {
    await openTask(page, caseNo, 'B20 受付を確認する');
    await press(page, '受け付ける');
    await page.locator('.notice').getByRole('button', { name: '取り消す' }).click();
    await page.getByText('「B20 受付を確認する」に引き戻しました。').first().waitFor();
    await openTask(page, caseNo, 'B20 受付を確認する');
    await press(page, '受け付ける');
    await page.locator('.notice').getByRole('button', { name: '取り消す' }).waitFor();
    await openCase(page);
    await page.getByRole('button', { name: '引戻し' }).waitFor();
    await look(page, 'case-pull-back');
    await page.getByRole('button', { name: '引戻し' }).click();
    await page.getByText('「B20 受付を確認する」に引き戻しました。').first().waitFor();
    await page.getByRole('cell', { name: '引き戻しました', exact: true }).first().waitFor();
    await look(page, 'case-pulled-back');
  });
  await complete('tanto', 'B20', { outcome: 'accepted', contractChecked: true });
});

test('the desk types for infra, who answered by phone', () =>
  as(browser, server, 'sekinin', async (page) => {
    const { items } = await ask('admin', 'POST', '/v2/user-tasks/search', { filter: { state: 'CREATED', elementId: 'B28' } });
    await page.goto(`/tasks/${items[0].userTaskKey}`);
    await page.getByText('代行入力（電話・紙・メールで受けたものを代わりに入力）').click();
    await page.getByLabel('回答・申請した人').selectOption({ label: '中村 大輔（インフラ統合基盤 担当）' });
    await look(page, 'task-proxy');
    await page.getByLabel(/^根拠/).fill('電話 10:05、受電簿 12');
    assert.ok(await page.getByRole('button', { name: '実施できる' }).isEnabled());
  }));

test('the manager takes it up from the chief', async () => {
  await complete('infra', 'B28', {
    outcome: 'feasible', plannedFrom: '2026-05-20T18:00:00+09:00', plannedTo: '2026-05-20T19:00:00+09:00', effort: 0.5, cost: 0, sharedComponent: false,
  });
  // Who leads the section may see its cases; without that nobody could know what lies below.
  await ask('admin', 'POST', '/v2/authorizations', {
    ownerId: 'ward_is.manager', ownerType: 'GROUP', resourceType: 'PROCESS_DEFINITION', resourceId: '*', permissionTypes: ['READ_PROCESS_INSTANCE'],
  });
  await as(browser, server, 'kacho', async (page) => {
    for (let left = 50; left > 0; --left) {
      await openCase(page);
      if (await page.getByRole('button', { name: '引上げ' }).count()) break;
      await page.waitForTimeout(200);
    }
    await look(page, 'case-take-up');
    await page.getByRole('button', { name: '引上げ' }).click();
    await page.getByText('「B45 課長が承認する」に引き上げました。').first().waitFor();
    await openTask(page, caseNo, 'B45 課長が承認する');
    await press(page, '承認');
    await page.getByText(/「承認」にしました/).first().waitFor();
  });
  await as(browser, server, 'kakaricho', (page) => openTask(page, '', 'L10 後閲する'));
});

test('a deadline says by which days it was counted', async () => {
  const started = await ask('admin', 'POST', '/v2/process-instances', {
    processDefinitionId: 'cancellation-request',
    variables: {
      cancelsCaseNo: caseNo, title: '収納バッチ用ディスクの増設', cancelReason: '機器が変わった', cancelEffect: '',
      requester: { username: 'shunosys', name: '山口 亮', mail: 'yamaguchi@shuno.example.jp' },
    },
  });
  assert.ok(started.processInstanceKey);
  await as(browser, server, 'tanto', async (page) => {
    await openTask(page, 'CNL-', 'X10 受付を確認する');
    await page.getByText('期限の数え方').click();
    await page.getByText('2026-04-29 数えない: 昭和の日').waitFor();
    await look(page, 'task-deadlines');
  });
});
