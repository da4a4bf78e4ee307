// Somebody sets properties in the Modeler's panel and saves: the file is deployed as it is, and does what was typed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openModeler } from './support/modeler.mjs';
import { as, openBrowser } from './support/person.mjs';
import { password, startServer } from './support/server.mjs';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const authorization = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;

async function ask(method, path, body) {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${server.address}/v2${path}`, {
    method,
    headers: { authorization, ...(body && !isForm && { 'content-type': 'application/json' }) },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text && JSON.parse(text);
}

const plain = await readFile(new URL('./support/plain.bpmn', import.meta.url), 'utf8');

const panelled = (page) =>
  openModeler(page).then(async (modeler) => {
    assert.deepEqual(await modeler.open(plain), []);
    await modeler.select('pack');
    await modeler.type('Task definition', 'Job type', 'pack-parcel');
    await modeler.type('Task definition', 'Retries', '2');
    await modeler.select('wait');
    await modeler.choose('Timer', 'Type', 'Duration');
    await modeler.type('Timer', 'Value', 'PT2H');
    await modeler.select('yes');
    await modeler.type('Condition', 'Condition expression', 'weight > 500');
    await modeler.select('ask');
    await modeler.choose('Implementation', 'Type', 'Camunda user task');
    await modeler.type('Assignment', 'Assignee', 'kacho');
    await modeler.type('Assignment', 'Candidate groups', 'ward_is.desk');
    await modeler.choose('Form', 'Type', 'Camunda Form');
    await modeler.type('Form', 'Form ID', 'heavy-parcel');
    return modeler.save();
  });

test('what the properties panel writes is deployed unchanged, and runs', async () => {
  const xml = await as(browser, server, '', panelled);
  // Only now: the panel waits by the clock of its page, which would stand still, too.
  await server.moveClock('2026-04-02T10:00:00+09:00');
  for (const written of [
    '<zeebe:taskDefinition type="pack-parcel" retries="2" />',
    '<zeebe:formDefinition formId="heavy-parcel" />',
    '<zeebe:assignmentDefinition assignee="kacho" candidateGroups="ward_is.desk" />',
    '=weight &gt; 500</bpmn:conditionExpression>',
    'PT2H</bpmn:timeDuration>',
  ])
    assert.ok(xml.includes(written), `${written} is not in ${xml}`);

  const files = new FormData();
  files.append('resources', new Blob([xml]), 'panelled.bpmn');
  const form = { id: 'heavy-parcel', type: 'default', schemaVersion: 18, components: [] };
  files.append('resources', new Blob([JSON.stringify(form)]), 'heavy-parcel.form');
  await ask('POST', '/deployments', files);

  const { processInstanceKey } = await ask('POST', '/process-instances', {
    processDefinitionId: 'panelled',
    variables: { weight: 900 },
  });
  const { jobs } = await ask('POST', '/jobs/activation', {
    type: 'pack-parcel',
    timeout: 60_000,
    maxJobsToActivate: 5,
  });
  assert.deepEqual([jobs.length, jobs[0].retries], [1, 2]);
  await ask('POST', `/jobs/${jobs[0].jobKey}/completion`, {});
  const tasks = () => ask('POST', '/user-tasks/search', { filter: { processInstanceKey } }).then(({ items }) => items);
  assert.deepEqual(await tasks(), [], 'the timer holds it up');
  await server.moveClock('2026-04-02T12:00:00+09:00');
  let task;
  for (let left = 100; left > 0 && !task; --left) [task] = await tasks();
  assert.deepEqual([task.assignee, task.candidateGroups, task.state], ['kacho', ['ward_is.desk'], 'CREATED']);
  assert.equal((await ask('GET', `/user-tasks/${task.userTaskKey}/form`)).formId, 'heavy-parcel');
  await ask('POST', `/user-tasks/${task.userTaskKey}/completion`, {});
  assert.equal((await ask('GET', `/process-instances/${processInstanceKey}`)).state, 'COMPLETED');
});
