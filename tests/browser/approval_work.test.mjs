// What is done with tasks beside deciding on each: many approved at once, put on hold, asked about, one more approver.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, openBrowser } from './support/person.mjs';
import { password, startServer } from './support/server.mjs';

let server;
let browser;
const cases = [];

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2026-06-01T10:00:00+09:00');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const headersOf = (username) => ({ Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` });

async function ask(username, method, path, body) {
  const answer = await fetch(server.address + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headersOf(username) },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

async function openTasks(elementId, count) {
  for (let left = 100; left > 0; --left) {
    const { items } = await ask('admin', 'POST', '/v2/user-tasks/search', { filter: { state: 'CREATED', elementId } });
    if (items.length >= count) return items;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`fewer than ${count} tasks wait at ${elementId}`);
}

test('three documents wait for the chief', async () => {
  for (const name of ['運用計画書', '体制図', '連絡網']) {
    const started = await ask('admin', 'POST', '/v2/process-instances', {
      processDefinitionId: 'document-approval',
      variables: {
        title: name, documentKind: 'operation_plan', documentName: name, documentVersion: '1.0', documentPlace: '共有フォルダ/計画/01', summary: '令和8年度',
        requester: { username: 'tanto', name: '鈴木 花子', party: 'iom', mail: 'suzuki.hanako@iom.example.jp' },
      },
    });
    cases.push(started.processInstanceKey);
  }
  for (const task of await openTasks('N20', 3))
    await ask('joho', 'POST', `/v2/user-tasks/${task.userTaskKey}/completion`, { variables: { outcome: 'accepted' }, action: 'accepted' });
  await openTasks('N40', 3);
});

test('the chief approves them at once, by the keyboard; one has changed meanwhile', () =>
  as(browser, server, 'kakaricho', async (page) => {
    await page.goto('/inbox');
    await page.getByRole('link', { name: 'まとめて承認' }).click();
    await page.getByRole('heading', { level: 1, name: 'まとめて承認' }).waitFor();
    await page.getByRole('checkbox', { name: '体制図' }).waitFor();
    await look(page, 'bulk');
    await ask('admin', 'PUT', `/v2/element-instances/${cases[1]}/variables`, { variables: { documentVersion: '1.1' } });
    await page.getByRole('checkbox', { name: /^すべて選ぶ/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '選んだ 3 件を承認する' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 件を承認しました。できなかったもの: 1 件。').first().waitFor();
    await page.getByText(/^見たあとに案件が変わったか/).waitFor();
    await look(page, 'bulk-done');
  }));

test('the chief puts the one that is left on hold and asks about it', () =>
  as(browser, server, 'kakaricho', async (page) => {
    const [task] = await openTasks('N40', 1);
    await page.goto(`/tasks/${task.userTaskKey}`);
    await page.getByText('保留する').click();
    await page.getByLabel(/^保留の理由/).fill('新しい版を読む');
    await page.getByLabel(/^いつまで/).fill('2099-06-05T09:00');
    await page.getByText('相談する', { exact: true }).click();
    await page.getByLabel(/^相談する相手/).selectOption({ label: '田中 由美（情報システム課 担当）' });
    await page.getByLabel('聞きたいこと').fill('1.1 で何が変わりましたか。');
    await look(page, 'task-hold-and-consult');
    await page.getByRole('button', { name: '相談を送る' }).click();
    await page.getByText('相談を送りました。').first().waitFor();
    await page.getByRole('button', { name: '保留にする' }).click();
    await page.getByText(/^保留中（高橋 進/).waitFor();
    await look(page, 'task-held');
    await page.goto('/inbox');
    await page.getByText(/^保留中（高橋 進/).first().waitFor();
    await look(page, 'inbox-held');
  }));

test('who is asked finds the question, reads the case and answers', () =>
  as(browser, server, 'joho', async (page) => {
    await page.goto('/inbox?view=asked');
    await page.getByText('1.1 で何が変わりましたか。').waitFor();
    await look(page, 'inbox-asked');
    await page.getByText('1.1 で何が変わりましたか。').click();
    await page.getByLabel('答え').fill('連絡先だけです。');
    await look(page, 'case-asked');
    await page.getByRole('button', { name: '答える' }).click();
    await page.getByText('答えを送りました。').first().waitFor();
    await page.getByText('連絡先だけです。').first().waitFor();
    await look(page, 'case-answered');
  }));

test('a member of an agreement has one more asked', async () => {
  const form = new FormData();
  form.append('resources', new Blob([await readFile(new URL('../scenario/approvals/agreement.bpmn', import.meta.url))]), 'agreement.bpmn');
  const deployed = await fetch(`${server.address}/v2/deployments`, { method: 'POST', headers: headersOf('admin'), body: form });
  assert.ok(deployed.ok, await deployed.text());
  await ask('admin', 'POST', '/v2/process-instances', {
    processDefinitionId: 'agreement', variables: { applicant: 'zeimu', rule: 'D2', members: ['ward_is.staff', 'ward_is.manager'] },
  });
  const task = (await openTasks('agree', 2)).find(({ candidateGroups }) => candidateGroups.includes('ward_is.manager'));
  await as(browser, server, 'kacho', async (page) => {
    await page.goto(`/tasks/${task.userTaskKey}`);
    await page.getByText('承認者を追加する').click();
    await page.getByLabel('追加する方').selectOption('infra.staff');
    await look(page, 'task-approvers');
    await page.getByRole('button', { name: '追加する', exact: true }).click();
    await page.getByText(/を追加しました。$/).first().waitFor();
  });
  await openTasks('agree', 3);
});
