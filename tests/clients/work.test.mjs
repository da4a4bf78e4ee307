// Deploying, starting, and the work of job workers: the client's own worker and single calls.
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
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
});
after(async () => {
  client.stopAllWorkers();
  await cluster.stop();
});

test('the cluster says what it is', async () => {
  const topology = await client.getTopology();
  assert.equal(topology.gatewayVersion, '8.9.0');
  assert.equal(topology.brokers[0].partitions[0].role, 'leader');
  assert.equal(`http://${topology.brokers[0].host}:${topology.brokers[0].port}`, cluster.address);
  await client.getStatus();
  assert.equal((await client.getLicense()).validLicense, true);
  assert.equal((await client.getAuthentication()).username, 'anonymous');
});

test('a deployment says what came of each file, and unchanged files keep their version', async () => {
  const first = await deployOrder(client);
  assert.deepEqual(
    [
      first.processes[0].processDefinitionId,
      first.decisions[0].decisionDefinitionId,
      first.decisionRequirements[0].decisionRequirementsId,
      first.forms[0].formId,
    ],
    ['order', 'discount', 'discounts', 'order-check'],
  );
  const second = await deployOrder(client);
  assert.deepEqual(second.processes, first.processes);
  assert.deepEqual(second.forms, first.forms);

  const { processDefinitionKey } = first.processes[0];
  const definition = await client.getProcessDefinition({ processDefinitionKey }, now);
  assert.deepEqual([definition.name, definition.version, definition.hasStartForm], ['Order', 1, true]);
  assert.equal(await client.getProcessDefinitionXml({ processDefinitionKey }, now), modelText('order.bpmn'));
  assert.equal((await client.getStartProcessForm({ processDefinitionKey }, now)).formId, 'order-check');
});

test('a file that cannot run is refused with what is wrong', async () => {
  const broken = modelText('order.bpmn').replace('targetRef="charge"', 'targetRef="nowhere"');
  await refused(
    client.createDeployment({ resources: [fileOf('order.bpmn', broken)] }),
    400,
    'INVALID_ARGUMENT',
    /nowhere/,
  );
});

test('any other file is a resource, read and deleted by its key', async () => {
  const deployed = await client.createDeployment({ resources: [fileOf('robot.rpa', '{"id": "robot"}')] });
  const { resourceKey } = deployed.resources[0];
  assert.equal((await client.getResource({ resourceKey })).resourceName, 'robot.rpa');
  await client.getResourceContent({ resourceKey });
  assert.equal((await client.deleteResource({ resourceKey })).resourceKey, resourceKey);
  await refused(client.getResource({ resourceKey }), 404, 'NOT_FOUND');
});

test("the client's worker takes jobs, sees variables and headers, and completes them", async () => {
  const seen = [];
  const worker = client.createJobWorker({
    ...{ jobType: 'charge', workerName: 'till', maxParallelJobs: 4, jobTimeoutMs: 30_000, pollIntervalMs: 20 },
    jobHandler: (job) => {
      seen.push([job.variables.orderId, job.customHeaders.currency, job.retries]);
      return job.complete({ receipt: `for ${job.variables.orderId}` });
    },
  });
  const keys = [await startOrder(client, 'worker-1'), await startOrder(client, 'worker-2')];
  for (const processInstanceKey of keys) {
    await until(
      () => client.searchElementInstances({ filter: { processInstanceKey, elementId: 'paid' } }, now),
      ({ items }) => items.length === 1,
    );
  }
  worker.stop();
  assert.deepEqual(seen.sort(), [
    ['worker-1', 'JPY', 2],
    ['worker-2', 'JPY', 2],
  ]);
  const { items } = await client.searchVariables({ filter: { processInstanceKey: keys[0], name: 'receipt' } }, now);
  assert.equal(items[0].value, '"for worker-1"');
});

test('a job that fails is tried again, then makes an incident, which is resolved', async () => {
  const processInstanceKey = await startOrder(client, 'failing');
  let handed = 0;
  const worker = client.createJobWorker({
    ...{ jobType: 'charge', workerName: 'till', maxParallelJobs: 1, jobTimeoutMs: 30_000, pollIntervalMs: 20 },
    jobHandler: (job) => {
      handed += 1;
      return job.fail({ errorMessage: 'the till is empty', retries: job.retries - 1, retryBackOff: 10 });
    },
  });
  const { items } = await until(
    () => client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, now),
    (found) => found.items.length === 1,
  );
  worker.stop();
  assert.equal(handed, 2);
  const [{ incidentKey, errorType, errorMessage, jobKey }] = items;
  assert.deepEqual([errorType, errorMessage], ['JOB_NO_RETRIES', 'the till is empty']);
  assert.equal((await client.getProcessInstance({ processInstanceKey }, now)).hasIncident, true);
  assert.equal((await client.getIncident({ incidentKey }, now)).jobKey, jobKey);
  await refused(client.completeJob({ jobKey }), 409, 'INVALID_STATE', /Command 'COMPLETE' rejected/);

  await client.updateJob({ jobKey, changeset: { retries: 1 } });
  await client.resolveIncident({ incidentKey });
  const job = await takeJob(client, 'charge');
  assert.equal(job.jobKey, jobKey);
  await client.completeJob({ jobKey });
  await refused(client.completeJob({ jobKey }), 404, 'NOT_FOUND', /no such job was found/);
  assert.equal((await client.getProcessInstance({ processInstanceKey }, now)).hasIncident, false);
});

test('a BPMN error is caught, or becomes an incident where nothing catches it', async () => {
  const caught = await startOrder(client, 'refused');
  const worker = client.createJobWorker({
    ...{ jobType: 'charge', workerName: 'till', maxParallelJobs: 1, jobTimeoutMs: 30_000, pollIntervalMs: 20 },
    jobHandler: (job) =>
      job.error({ errorCode: 'CARD_REFUSED', errorMessage: 'no money', variables: { why: 'no money' } }),
  });
  await until(
    () => stateOf(client, caught),
    (state) => state === 'COMPLETED',
  );
  worker.stop();
  const { items } = await client.searchElementInstances(
    { filter: { processInstanceKey: caught, elementId: 'told' } },
    now,
  );
  assert.deepEqual([items[0].type, items[0].state], ['END_EVENT', 'COMPLETED']);

  const processInstanceKey = await startOrder(client, 'unheard');
  const { jobKey } = await takeJob(client, 'charge');
  await client.throwJobError({ jobKey, errorCode: 'NOBODY_CATCHES_THIS' });
  const incidents = await client.searchProcessInstanceIncidents({ processInstanceKey }, now);
  assert.equal(incidents.items[0].errorType, 'UNHANDLED_ERROR_EVENT');
  const { elementInstanceKey } = incidents.items[0];
  assert.equal((await client.searchElementInstanceIncidents({ elementInstanceKey }, now)).items.length, 1);
  await client.cancelProcessInstance({ processInstanceKey });
});

test('a worker that waits gets a job as soon as there is one, and only the variables it asked for', async () => {
  const waiting = takeJob(client, 'charge', { fetchVariable: ['orderId'], requestTimeout: 20_000 });
  const processInstanceKey = await startOrder(client, 'long-poll');
  const job = await waiting;
  assert.deepEqual([job.processInstanceKey, job.variables], [processInstanceKey, { orderId: 'long-poll' }]);
  const none = await client.activateJobs({ type: 'nothing', timeout: 1000, maxJobsToActivate: 1, requestTimeout: 50 });
  assert.deepEqual(none.jobs, []);
});

test('an instance that is waited for answers with its variables, or says that it takes longer', async () => {
  const started = client.createProcessInstance({
    ...{ processDefinitionId: 'order', awaitCompletion: true, requestTimeout: 20_000, fetchVariables: ['why'] },
    variables: { orderId: 'awaited' },
  });
  const { jobKey } = await takeJob(client, 'charge');
  await client.throwJobError({ jobKey, errorCode: 'CARD_REFUSED', variables: { why: 'asked for' } });
  assert.deepEqual((await started).variables, { why: 'asked for' });
  await refused(
    client.createProcessInstance({
      processDefinitionId: 'order',
      variables: { orderId: 'slow' },
      awaitCompletion: true,
      requestTimeout: 50,
    }),
    504,
    'GATEWAY_TIMEOUT',
  );
});
