// The package @camunda8/sdk: its older REST client with its own worker, and the cluster client it brings along, of Camunda 8.8.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { modelPath, modelText, now, startCluster, until } from './support/cluster.mjs';

const { Camunda8 } = (await import('@camunda8/sdk')).default;

let cluster;
let sdk;
let rest;
before(async () => {
  cluster = await startCluster();
  sdk = new Camunda8({
    ZEEBE_REST_ADDRESS: cluster.address,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
  });
  rest = sdk.getCamundaRestClient();
});
after(async () => {
  await sdk.closeAllClients();
  await cluster.stop();
});

/** What a worker of a charge does until the test is over with it. */
const workOn = (jobHandler) =>
  rest.createJobWorker({
    ...{
      type: 'charge',
      worker: 'sdk',
      timeout: 30_000,
      maxJobsToActivate: 5,
      pollIntervalMs: 20,
      requestTimeout: 500,
      jobHandler,
    },
  });

const start = (orderId) =>
  rest.createProcessInstance({ processDefinitionId: 'order', variables: { orderId, amount: 1200 } });

const taskOf = async (processInstanceKey) =>
  (
    await until(
      () => rest.searchUserTasks({ filter: { processInstanceKey }, page: { from: 0, limit: 10 } }),
      ({ items }) => items.length === 1,
    )
  ).items[0];

test('files are deployed and read', async () => {
  const deployed = await rest.deployResourcesFromFiles(
    ['order.bpmn', 'discount.dmn', 'order-check.form'].map(modelPath),
  );
  assert.deepEqual(
    [deployed.processes[0].processDefinitionId, deployed.decisions[0].version, deployed.forms[0].formId],
    ['order', 1, 'order-check'],
  );
  const { processDefinitionKey } = deployed.processes[0];
  assert.equal((await rest.getProcessDefinition(processDefinitionKey)).name, 'Order');
  assert.equal(await rest.getProcessDefinitionXML(processDefinitionKey), modelText('order.bpmn'));
  const found = await rest.searchProcessDefinitions({
    filter: { processDefinitionId: 'order' },
    page: { from: 0, limit: 10 },
  });
  assert.equal(found.items.length, 1);
  assert.equal((await rest.getTopology()).brokers.length, 1);
  assert.equal((await rest.getLicenseStatus()).validLicense, true);
});

test('an order goes all its way', async () => {
  const worker = workOn((job) => job.complete({ receipt: job.variables.orderId }));
  const { processInstanceKey } = await start('whole');
  await until(
    () => rest.searchVariables({ filter: { processInstanceKey, name: 'receipt' } }),
    ({ items }) => items.length === 1,
  );
  await worker.stop();
  const correlated = await rest.correlateMessage({ name: 'paid', correlationKey: 'whole', variables: { by: 'cash' } });
  assert.equal(correlated.processInstanceKey, processInstanceKey);

  const task = await taskOf(processInstanceKey);
  assert.deepEqual([task.name, task.candidateGroups, task.priority], ['Check the order', ['clerks'], 70]);
  const { userTaskKey } = task;
  await rest.assignUserTask({ userTaskKey, assignee: 'hanako' });
  assert.equal((await rest.getUserTask(userTaskKey)).assignee, 'hanako');
  await rest.unassignUserTask({ userTaskKey });
  const variables = await rest.searchUserTaskVariables({ userTaskKey, filter: { name: 'discount' } });
  assert.equal(variables.items[0].value, '10');
  await rest.completeUserTask({ userTaskKey, variables: { approved: true } });

  const done = await rest.searchProcessInstances({
    filter: { processInstanceKey: { $in: [processInstanceKey] } },
    sort: [{ field: 'startDate', order: 'ASC' }],
  });
  assert.equal(done.items[0].state, 'COMPLETED');
  const elements = await rest.searchElementInstances({ filter: { processInstanceKey, type: 'USER_TASK' } });
  assert.equal((await rest.getElementInstance(elements.items[0].elementInstanceKey)).state, 'COMPLETED');
});

test('jobs fail, are tried again, and make an incident that is resolved', async () => {
  const worker = workOn((job) =>
    job.fail({ errorMessage: 'the till is empty', retries: job.retries - 1, retryBackOff: 0 }),
  );
  const { processInstanceKey } = await start('failing');
  const { items } = await until(
    () => rest.searchIncidents({ filter: { processInstanceKey } }),
    (found) => found.items.length === 1,
  );
  await worker.stop();
  assert.equal(items[0].errorMessage, 'the till is empty');
  await rest.updateJob({ jobKey: items[0].jobKey, retries: 1 });
  await rest.resolveIncident(items[0].incidentKey);
  const [job] = await rest.activateJobs({
    type: 'charge',
    worker: 'sdk',
    timeout: 10_000,
    maxJobsToActivate: 1,
    requestTimeout: 5_000,
  });
  assert.equal(job.processInstanceKey, processInstanceKey);
  await job.error({ errorCode: 'CARD_REFUSED', errorMessage: 'no money' });
  const told = await rest.searchElementInstances({ filter: { processInstanceKey, elementId: 'told' } });
  assert.equal(told.items[0].state, 'COMPLETED');
});

test('an instance is started and waited for', async () => {
  const worker = workOn((job) =>
    job.error({ errorCode: 'CARD_REFUSED', errorMessage: 'no', variables: { why: 'no money' } }),
  );
  const answer = await rest.createProcessInstanceWithResult({
    processDefinitionId: 'order',
    variables: { orderId: 'awaited' },
    fetchVariables: ['why'],
    requestTimeout: 10_000,
  });
  assert.deepEqual({ ...answer.variables }, { why: 'no money' });
  await worker.stop();
});

test('messages, signals, decisions, modification, migration and cancellation', async () => {
  await rest.deployResources([{ content: modelText('starts.bpmn'), name: 'starts.bpmn' }]);
  assert.match((await rest.broadcastSignal({ signalName: 'alarm', variables: { floor: 2 } })).signalKey, /^\d+$/);
  assert.match(
    (await rest.publishMessage({ name: 'letter', correlationKey: '', timeToLive: 0, variables: {} })).messageKey,
    /^\d+$/,
  );
  const decided = await rest.evaluateDecision({ decisionDefinitionId: 'discount', variables: { amount: 2000 } });
  assert.equal(decided.output, '10');

  const renamed = modelText('order.bpmn')
    .replaceAll('"charge"', '"collect"')
    .replace('type="collect"', 'type="charge"');
  const { processInstanceKey } = await start('moved');
  const deployed = await rest.deployResources([{ content: renamed, name: 'order.bpmn' }]);
  await rest.migrateProcessInstance({
    ...{ processInstanceKey, targetProcessDefinitionKey: deployed.processes[0].processDefinitionKey },
    mappingInstructions: [{ sourceElementId: 'charge', targetElementId: 'collect' }],
  });
  const [collect] = (await rest.searchElementInstances({ filter: { processInstanceKey, elementId: 'collect' } })).items;
  await rest.modifyProcessInstance({
    ...{ processInstanceKey, activateInstructions: [{ elementId: 'check' }] },
    terminateInstructions: [{ elementInstanceKey: collect.elementInstanceKey }],
  });
  await taskOf(processInstanceKey);
  await rest.updateElementInstanceVariables({ elementInstanceKey: processInstanceKey, variables: { amount: 1 } });
  const [amount] = (await rest.searchVariables({ filter: { processInstanceKey, name: 'amount' } })).items;
  assert.equal((await rest.getVariable({ variableKey: amount.variableKey })).value, 1);
  await rest.cancelProcessInstance({ processInstanceKey });
  const gone = await rest.searchProcessInstances({ filter: { processInstanceKey, state: 'TERMINATED' } });
  assert.equal(gone.items.length, 1);
  await rest.deleteResource({ resourceKey: deployed.processes[0].processDefinitionKey });
});

test('the clock is pinned and reset', async () => {
  await rest.pinInternalClock(Date.parse('2031-04-01T00:00:00Z'));
  const { processInstanceKey } = await start('later');
  const { items } = await rest.searchProcessInstances({ filter: { processInstanceKey } });
  assert.match(items[0].startDate, /^2031-04-01T00:00:00/);
  await rest.resetClock();
});

test('the cluster client of 8.8 finds answers as it knows them', async () => {
  const client = sdk.getOrchestrationClusterApiClient({ CAMUNDA_SDK_VALIDATION: 'req:none,res:strict' });
  const { processInstanceKey } = await client.createProcessInstance({
    processDefinitionId: 'order',
    variables: { orderId: 'older', amount: 1 },
  });
  const { jobs } = await client.activateJobs({
    type: 'charge',
    worker: 'older',
    timeout: 10_000,
    maxJobsToActivate: 10,
    requestTimeout: 5_000,
  });
  const job = jobs.find((each) => each.processInstanceKey === processInstanceKey);
  await client.completeJob({ jobKey: job.jobKey });
  await client.publishMessage({ name: 'paid', correlationKey: 'older', timeToLive: 0 });
  const { items } = await client.searchUserTasks({ filter: { processInstanceKey } }, now);
  await client.completeUserTask({ userTaskKey: items[0].userTaskKey });
  assert.equal((await client.getProcessInstance({ processInstanceKey }, now)).state, 'COMPLETED');
});
