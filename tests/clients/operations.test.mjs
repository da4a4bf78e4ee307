// What people do to instances from outside, one by one and many at once, through the client.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  deployOrder,
  fileOf,
  modelText,
  now,
  refused,
  startCluster,
  startOrder,
  stateOf,
  strictClient,
  takeJob,
  until,
} from './support/cluster.mjs';

let cluster;
let client;
let first;
let second;
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
  first = (await deployOrder(client)).processes[0].processDefinitionKey;
  const renamed = modelText('order.bpmn')
    .replaceAll('"charge"', '"collect"')
    .replace('type="collect"', 'type="charge"');
  second = (await client.createDeployment({ resources: [fileOf('order.bpmn', renamed)] })).processes[0]
    .processDefinitionKey;
});
after(() => cluster.stop());

const startFirst = async (orderId) =>
  (await client.createProcessInstance({ processDefinitionKey: first, variables: { orderId, amount: 1 } }))
    .processInstanceKey;

const activeElements = async (processInstanceKey) =>
  (await client.searchElementInstances({ filter: { processInstanceKey, state: 'ACTIVE' } }, now)).items.map(
    ({ elementId }) => elementId,
  );

const finished = async ({ batchOperationKey }) => {
  const batch = await until(
    () => client.getBatchOperation({ batchOperationKey }, now),
    ({ state }) => state !== 'CREATED' && state !== 'ACTIVE',
  );
  return [batch.state, batch.operationsTotalCount, batch.operationsCompletedCount, batch.operationsFailedCount];
};

test('an instance is cancelled, and what was cancelled can be deleted', async () => {
  const processInstanceKey = await startFirst('cancelled');
  await refused(client.deleteProcessInstance({ processInstanceKey }), 409, 'INVALID_STATE');
  await client.cancelProcessInstance({ processInstanceKey });
  assert.equal(await stateOf(client, processInstanceKey), 'TERMINATED');
  await refused(client.cancelProcessInstance({ processInstanceKey }), 404, 'NOT_FOUND');
  await client.deleteProcessInstance({ processInstanceKey });
  await refused(client.getProcessInstance({ processInstanceKey }, now), 404, 'NOT_FOUND');
});

test('an instance is migrated to another version, its job with it', async () => {
  const processInstanceKey = await startFirst('migrated');
  await refused(
    client.migrateProcessInstance({
      processInstanceKey,
      targetProcessDefinitionKey: second,
      mappingInstructions: [{ sourceElementId: 'charge', targetElementId: 'check' }],
    }),
    409,
    'INVALID_STATE',
  );
  await client.migrateProcessInstance({
    processInstanceKey,
    targetProcessDefinitionKey: second,
    mappingInstructions: [{ sourceElementId: 'charge', targetElementId: 'collect' }],
  });
  assert.deepEqual(await activeElements(processInstanceKey), ['collect']);
  assert.equal((await client.getProcessInstance({ processInstanceKey }, now)).processDefinitionKey, second);
  const job = await takeJob(client, 'charge');
  assert.equal(job.elementId, 'collect');
  await client.completeJob({ jobKey: job.jobKey });
  await client.cancelProcessInstance({ processInstanceKey });
});

test('tokens are set, moved and taken away', async () => {
  const processInstanceKey = await startFirst('modified');
  const [charge] = (await client.searchElementInstances({ filter: { processInstanceKey, elementId: 'charge' } }, now))
    .items;
  await client.modifyProcessInstance({
    processInstanceKey,
    activateInstructions: [
      { elementId: 'check', variableInstructions: [{ variables: { approved: false }, scopeId: 'check' }] },
    ],
    terminateInstructions: [{ elementInstanceKey: charge.elementInstanceKey }],
  });
  assert.deepEqual(await activeElements(processInstanceKey), ['check']);
  await client.modifyProcessInstance({
    processInstanceKey,
    moveInstructions: [
      { sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'check' }, targetElementId: 'paid' },
    ],
  });
  assert.deepEqual(await activeElements(processInstanceKey), ['paid']);
  await refused(
    client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [{ elementId: 'nowhere' }],
      moveInstructions: [],
      terminateInstructions: [],
    }),
    400,
    'INVALID_ARGUMENT',
    /nowhere/,
  );
  await client.cancelProcessInstance({ processInstanceKey });
});

test('variables are set from outside, and an instance starts where it is told to', async () => {
  const started = await client.createProcessInstance({
    processDefinitionKey: first,
    variables: { orderId: 'here' },
    startInstructions: [{ elementId: 'paid' }],
  });
  const { processInstanceKey } = started;
  assert.deepEqual(await activeElements(processInstanceKey), ['paid']);
  await client.createElementInstanceVariables({
    elementInstanceKey: processInstanceKey,
    variables: { amount: 5000 },
    local: false,
  });
  const { items } = await client.searchVariables({ filter: { processInstanceKey, name: 'amount' } }, now);
  assert.equal(items[0].value, '5000');
  await client.cancelProcessInstance({ processInstanceKey });
});

test('elements of an ad-hoc sub-process are chosen', async () => {
  await client.createDeployment({ resources: [fileOf('choices.bpmn')] });
  const { processInstanceKey } = await client.createProcessInstance({ processDefinitionId: 'choices' });
  const [choose] = (await client.searchElementInstances({ filter: { processInstanceKey, elementId: 'choose' } }, now))
    .items;
  await client.activateAdHocSubProcessActivities({
    adHocSubProcessInstanceKey: choose.elementInstanceKey,
    elements: [{ elementId: 'iron', variables: { hot: true } }],
  });
  const { jobKey, variables } = await takeJob(client, 'iron');
  assert.equal(variables.hot, true);
  await client.completeJob({ jobKey });
  assert.equal(await stateOf(client, processInstanceKey), 'COMPLETED');
});

test('many instances are cancelled, migrated, moved and deleted at once', async () => {
  const keys = [await startFirst('many-1'), await startFirst('many-2'), await startFirst('many-3')];
  const filter = { processInstanceKey: { $in: keys } };
  const migration = await client.migrateProcessInstancesBatchOperation({
    filter,
    migrationPlan: {
      targetProcessDefinitionKey: second,
      mappingInstructions: [{ sourceElementId: 'charge', targetElementId: 'collect' }],
    },
  });
  assert.deepEqual(await finished(migration), ['COMPLETED', 3, 3, 0]);
  const modification = await client.modifyProcessInstancesBatchOperation({
    filter,
    moveInstructions: [{ sourceElementId: 'collect', targetElementId: 'check' }],
  });
  assert.deepEqual(await finished(modification), ['COMPLETED', 3, 3, 0]);
  assert.deepEqual(await activeElements(keys[2]), ['check']);
  const cancellation = await client.cancelProcessInstancesBatchOperation({ filter });
  assert.deepEqual(await finished(cancellation), ['COMPLETED', 3, 3, 0]);
  assert.equal(await stateOf(client, keys[0]), 'TERMINATED');

  const { batchOperationKey } = cancellation;
  const { items } = await client.searchBatchOperationItems({ filter: { batchOperationKey, state: 'COMPLETED' } }, now);
  assert.deepEqual(items.map(({ processInstanceKey }) => processInstanceKey).sort(), [...keys].sort());
  const found = await client.searchBatchOperations({ filter: { operationType: 'CANCEL_PROCESS_INSTANCE' } }, now);
  assert.equal(found.items[0].batchOperationKey, batchOperationKey);
  await refused(client.cancelBatchOperation({ batchOperationKey }), 409, 'INVALID_STATE');
  assert.deepEqual(await finished(await client.deleteProcessInstancesBatchOperation({ filter })), [
    'COMPLETED',
    3,
    3,
    0,
  ]);
});

test('the incidents of many instances, and of one, are resolved at once', async () => {
  const keys = [await startFirst('stuck-1'), await startFirst('stuck-2')];
  for (const _ of keys) {
    const { jobKey } = await takeJob(client, 'charge');
    await client.failJob({ jobKey, retries: 0 });
    await client.updateJob({ jobKey, changeset: { retries: 1 } });
  }
  assert.deepEqual(await finished(await client.resolveProcessInstanceIncidents({ processInstanceKey: keys[0] })), [
    'COMPLETED',
    1,
    1,
    0,
  ]);
  assert.deepEqual(
    await finished(await client.resolveIncidentsBatchOperation({ filter: { processInstanceKey: { $in: keys } } })),
    ['COMPLETED', 1, 1, 0],
  );
  const { items } = await client.searchIncidents(
    { filter: { processInstanceKey: { $in: keys } }, sort: [{ field: 'incidentKey' }] },
    now,
  );
  assert.deepEqual(
    items.map(({ state }) => state),
    ['RESOLVED', 'RESOLVED'],
  );
});

test('the last version of a process is deleted, and the one before is the latest again', async () => {
  await client.deleteResource({ resourceKey: second });
  assert.deepEqual(await activeElements(await startOrder(client, 'after')), ['charge']);
  await client.deleteResource({ resourceKey: first });
  await refused(startOrder(client, 'none'), 404, 'NOT_FOUND');
});
