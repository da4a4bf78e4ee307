// What Camunda Modeler saves is deployed unchanged and does what its properties say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileOf, now, startCluster, stateOf, strictClient, takeJob } from './support/cluster.mjs';
import { modeledXml, vocabulary } from './support/modeled.mjs';

let cluster;
let client;
let processDefinitionKey;
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
});
after(() => cluster.stop());

const completeJob = async (type, variables) => {
  const job = await takeJob(client, type);
  await client.completeJob({ jobKey: job.jobKey, ...(variables && { variables }) });
  return job;
};

test('the file has every extension that the Modeler knows', async () => {
  const xml = await modeledXml();
  const absent = vocabulary.filter(
    (name) => !xml.includes(`<${name[0]}${name.slice(1).replace(/:(.)/, (_, first) => `:${first.toLowerCase()}`)}`),
  );
  assert.deepEqual(absent, []);
});

test('it is deployed as it was saved', async () => {
  const xml = await modeledXml();
  const others = ['order.bpmn', 'discount.dmn', 'order-check.form'].map((name) => fileOf(name));
  const robot = fileOf('robot.rpa', '{"id": "robot"}');
  const deployed = await client.createDeployment({ resources: [fileOf('modeled.bpmn', xml), ...others, robot] });
  ({ processDefinitionKey } = deployed.processes.find((each) => each.processDefinitionId === 'modeled'));
  const definition = await client.getProcessDefinition({ processDefinitionKey }, now);
  assert.deepEqual([definition.name, definition.versionTag, definition.hasStartForm], ['Modeled', 'v1', true]);
  assert.equal(await client.getProcessDefinitionXml({ processDefinitionKey }, now), xml);
});

test('it runs to its end', async () => {
  const variables = { items: ['cup', 'pot'], boss: 'kacho', number: 'n-1', orderId: 'modeled' };
  const { processInstanceKey } = await client.createProcessInstance({ processDefinitionKey, variables });
  for (const [item, weight] of [
    ['cup', 300],
    ['pot', 900],
  ]) {
    const listener = await completeJob('pack-listener');
    assert.deepEqual([listener.kind, listener.listenerEventType], ['EXECUTION_LISTENER', 'START']);
    const job = await completeJob('pack', { weight });
    assert.deepEqual([job.variables.parcel, job.customHeaders.box, job.retries], [item, 'small', 3]);
  }
  await completeJob('look-listener');
  const [task] = (await client.searchUserTasks({ filter: { processInstanceKey } }, now)).items;
  assert.deepEqual(
    [
      task.assignee,
      task.candidateGroups,
      task.candidateUsers,
      task.priority,
      task.dueDate,
      task.followUpDate,
      task.customHeaders.screen,
    ],
    ['kacho', ['clerks'], ['hanako', 'ken'], 42, '2030-01-31T09:00:00.000Z', '2030-01-15T09:00:00.000Z', 'wide'],
  );
  const { userTaskKey } = task;
  const [shown] = (await client.searchUserTaskVariables({ userTaskKey, filter: { name: 'shown' } }, now)).items;
  assert.equal(shown.value, '10');
  await client.completeUserTask({ userTaskKey });

  const [called] = (
    await client.searchProcessInstances({ filter: { parentProcessInstanceKey: processInstanceKey } }, now)
  ).items;
  const charge = await takeJob(client, 'charge');
  assert.equal(charge.processInstanceKey, called.processInstanceKey);
  await client.throwJobError({ jobKey: charge.jobKey, errorCode: 'CARD_REFUSED' });
  await client.correlateMessage({ name: 'answered', correlationKey: 'n-1' });
  await completeJob('process-listener');
  assert.equal(await stateOf(client, processInstanceKey), 'COMPLETED');
  const [marks] = (await client.searchVariables({ filter: { processInstanceKey, name: 'marks' } }, now)).items;
  assert.equal(marks.value, '[1]');
});
