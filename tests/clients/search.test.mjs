// Finding things, through the client: operators, sorts, the three ways of paging, counts.
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
  strictClient,
  takeJob,
} from './support/cluster.mjs';

let cluster;
let client;
let keys;
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
  await deployOrder(client);
  keys = [];
  for (let i = 0; i < 7; ++i)
    keys.push(
      await startOrder(client, `n${i}`, {
        variables: { orderId: `n${i}`, amount: 100 * i },
        tags: [i % 2 ? 'odd' : 'even'],
      }),
    );
});
after(() => cluster.stop());

const instances = async (search) => {
  const { items } = await client.searchProcessInstances(search, now);
  return items.map(({ processInstanceKey }) => keys.indexOf(processInstanceKey));
};

test('a filter compares by its operators, and joins its members by AND', async () => {
  const found = (filter) => instances({ filter });
  assert.deepEqual(await found({ processInstanceKey: keys[3] }), [3]);
  assert.deepEqual(await found({ processInstanceKey: { $in: [keys[1], keys[4]] } }), [1, 4]);
  assert.deepEqual(await found({ processInstanceKey: { $notIn: keys.slice(1) } }), [0]);
  assert.deepEqual(await found({ tags: ['odd'], processInstanceKey: { $neq: keys[1] } }), [3, 5]);
  assert.deepEqual(await found({ variables: [{ name: 'amount', value: { $in: ['0', '300'] } }] }), [0, 3]);
  assert.deepEqual(
    await found({ variables: [{ name: 'orderId', value: { $like: '"n?"' } }], state: 'ACTIVE' }),
    [0, 1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual(await found({ endDate: { $exists: true } }), []);
  assert.deepEqual(await found({ startDate: { $gte: '2020-01-01T00:00:00Z', $lt: '2021-01-01T00:00:00Z' } }), []);
  assert.deepEqual(
    await found({ $or: [{ processInstanceKey: keys[2] }, { variables: [{ name: 'amount', value: '600' }] }] }),
    [2, 6],
  );
  assert.deepEqual(
    await found({ elementId: 'charge', elementInstanceState: 'ACTIVE', processDefinitionVersion: { $lt: 2 } }),
    [0, 1, 2, 3, 4, 5, 6],
  );
});

test('what a search cannot compare is refused with what is known', async () => {
  await refused(
    client.searchProcessInstances({ filter: { colour: 'red' } }, now),
    400,
    'INVALID_ARGUMENT',
    /colour.*processInstanceKey/s,
  );
  await refused(client.searchProcessInstances({ sort: [{ field: 'colour' }] }, now), 400, 'INVALID_ARGUMENT', /colour/);
  await refused(
    client.searchProcessInstances({ filter: { state: 'SLEEPING' } }, now),
    400,
    'INVALID_ARGUMENT',
    /SLEEPING.*ACTIVE/s,
  );
  await refused(
    client.searchProcessInstances({ filter: { startDate: { $like: '2020*' } } }, now),
    400,
    'INVALID_ARGUMENT',
    /\$like/,
  );
});

test('pages by a limit, by an offset, and by cursors in both directions', async () => {
  const sort = [{ field: 'processInstanceKey', order: 'DESC' }];
  assert.deepEqual(await instances({ sort, page: { limit: 2 } }), [6, 5]);
  assert.deepEqual(await instances({ sort, page: { from: 5, limit: 10 } }), [1, 0]);

  const forward = [];
  let page = { limit: 3 };
  let last;
  for (;;) {
    const answer = await client.searchProcessInstances({ sort, page }, now);
    assert.deepEqual([answer.page.totalItems, answer.page.hasMoreTotalItems], [7, false]);
    if (answer.items.length === 0) break;
    last = answer.page;
    forward.push(answer.items.map(({ processInstanceKey }) => keys.indexOf(processInstanceKey)));
    page = { after: answer.page.endCursor, limit: 3 };
  }
  assert.deepEqual(forward, [[6, 5, 4], [3, 2, 1], [0]]);
  assert.deepEqual(await instances({ sort, page: { before: last.startCursor, limit: 2 } }), [2, 1]);
  await refused(
    client.searchProcessInstances({ page: { after: last.endCursor } }, now),
    400,
    'INVALID_ARGUMENT',
    /cursor/,
  );
  await refused(client.searchProcessInstances({ page: { limit: 10_001 } }, now), 400, 'INVALID_ARGUMENT', /limit/);
});

test('variables are cut where they are long, unless asked for whole', async () => {
  const long = 'x'.repeat(20_000);
  const processInstanceKey = await startOrder(client, 'long', { variables: { orderId: 'long', amount: 1, long } });
  const filter = { processInstanceKey, name: 'long' };
  const cut = (await client.searchVariables({ filter }, now)).items[0];
  const whole = (await client.searchVariables({ filter, truncateValues: false }, now)).items[0];
  assert.deepEqual([cut.isTruncated, whole.isTruncated, whole.value.length], [true, false, long.length + 2]);
  await client.cancelProcessInstance({ processInstanceKey });
});

test('elements, jobs and definitions are found', async () => {
  const filter = { processInstanceKey: keys[0] };
  const elements = await client.searchElementInstances({ filter, sort: [{ field: 'elementInstanceKey' }] }, now);
  assert.deepEqual(
    elements.items.map(({ elementId, type, state }) => [elementId, type, state]),
    [
      ['placed', 'START_EVENT', 'COMPLETED'],
      ['charge', 'SERVICE_TASK', 'ACTIVE'],
    ],
  );
  const { elementInstanceKey } = elements.items[1];
  assert.equal((await client.getElementInstance({ elementInstanceKey }, now)).elementName, 'Charge the card');
  const jobs = await client.searchJobs(
    { filter: { ...filter, state: { $in: ['CREATED', 'FAILED'] }, type: 'charge' } },
    now,
  );
  assert.equal(jobs.items[0].elementInstanceKey, elementInstanceKey);

  const changed = fileOf('order.bpmn', modelText('order.bpmn').replace('name="Order"', 'name="Order 2"'));
  await client.createDeployment({ resources: [changed] });
  const versions = async (more) =>
    (await client.searchProcessDefinitions({ filter: { processDefinitionId: 'order', ...more } }, now)).items.map(
      (each) => each.version,
    );
  assert.deepEqual(await versions({}), [1, 2]);
  assert.deepEqual(await versions({ isLatestVersion: true }), [2]);
  assert.deepEqual(await versions({ name: { $like: '*2' } }), [2]);
});

test('what runs is counted, by element, process, version, type, worker and error', async () => {
  const job = await takeJob(client, 'charge', { worker: 'counter' });
  await client.failJob({ jobKey: job.jobKey, retries: 0, errorMessage: 'counted' });
  const { processInstanceKey, processDefinitionKey } = job;

  const own = await client.getProcessInstanceStatistics({ processInstanceKey }, now);
  assert.deepEqual(
    own.items.find(({ elementId }) => elementId === 'charge'),
    { elementId: 'charge', active: 0, canceled: 0, incidents: 1, completed: 0 },
  );
  const all = await client.getProcessDefinitionStatistics({ processDefinitionKey, filter: {} }, now);
  assert.deepEqual(
    all.items.find(({ elementId }) => elementId === 'charge'),
    { elementId: 'charge', active: 6, canceled: 1, incidents: 1, completed: 0 },
  );
  const byId = await client.getProcessDefinitionInstanceStatistics({ sort: [{ field: 'processDefinitionId' }] }, now);
  const { activeInstancesWithIncidentCount, activeInstancesWithoutIncidentCount, hasMultipleVersions } = byId.items[0];
  assert.deepEqual(
    [activeInstancesWithIncidentCount, activeInstancesWithoutIncidentCount, hasMultipleVersions],
    [1, 6, true],
  );
  const byVersion = await client.getProcessDefinitionInstanceVersionStatistics(
    { filter: { processDefinitionId: 'order' } },
    now,
  );
  assert.deepEqual(byVersion.items.map((row) => row.processDefinitionVersion).sort(), [1, 2]);

  const byError = await client.getProcessInstanceStatisticsByError({}, now);
  const [{ errorHashCode, errorMessage }] = byError.items;
  assert.equal(errorMessage, 'counted');
  const byDefinition = await client.getProcessInstanceStatisticsByDefinition({ filter: { errorHashCode } }, now);
  assert.equal(byDefinition.items[0].activeInstancesWithErrorCount, 1);

  const window = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  };
  assert.equal((await client.getGlobalJobStatistics(window, now)).failed.count, 1);
  const types = await client.getJobTypeStatistics({ filter: window }, now);
  assert.deepEqual([types.items[0].jobType, types.items[0].failed.count], ['charge', 1]);
  const workers = await client.getJobWorkerStatistics({ filter: { ...window, jobType: 'charge' } }, now);
  assert.equal(workers.items[0].worker, 'counter');
  const errors = await client.getJobErrorStatistics({ filter: { ...window, jobType: 'charge' } }, now);
  assert.equal(errors.items[0].errorMessage, 'counted');
});

test('the flows an instance took, and who called it', async () => {
  const flows = await client.getProcessInstanceSequenceFlows({ processInstanceKey: keys[0] }, now);
  assert.deepEqual(
    flows.items.map(({ elementId }) => elementId),
    ['placed-charge'],
  );
  await client.createDeployment({ resources: [fileOf('shop.bpmn')] });
  const shop = await client.createProcessInstance({ processDefinitionId: 'shop', variables: { orderId: 'called' } });
  const [called] = (
    await client.searchProcessInstances({ filter: { parentProcessInstanceKey: shop.processInstanceKey } }, now)
  ).items;
  const chain = await client.getProcessInstanceCallHierarchy({ processInstanceKey: called.processInstanceKey }, now);
  assert.deepEqual(
    chain.map(({ processDefinitionName }) => processDefinitionName),
    ['Shop', 'Order 2'],
  );
});
