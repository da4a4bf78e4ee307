// Messages, signals and conditions, through the client.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  deployOrder,
  fileOf,
  now,
  refused,
  startCluster,
  startOrder,
  strictClient,
  takeJob,
} from './support/cluster.mjs';

let cluster;
let client;
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
  await deployOrder(client);
  await client.createDeployment({ resources: [fileOf('starts.bpmn')] });
});
after(() => cluster.stop());

const instancesOf = async (processDefinitionId) =>
  (await client.searchProcessInstances({ filter: { processDefinitionId }, sort: [{ field: 'startDate' }] }, now)).items;

test('a message published before is kept for who waits later, once', async () => {
  await client.publishMessage({
    name: 'paid',
    correlationKey: 'early',
    timeToLive: 60_000,
    messageId: 'm1',
    variables: { by: 'card' },
  });
  await refused(
    client.publishMessage({ name: 'paid', correlationKey: 'early', timeToLive: 60_000, messageId: 'm1' }),
    409,
    'ALREADY_EXISTS',
  );
  const processInstanceKey = await startOrder(client, 'early');
  await client.completeJob({ jobKey: (await takeJob(client, 'charge')).jobKey });
  const { items } = await client.searchVariables({ filter: { processInstanceKey, name: 'by' } }, now);
  assert.equal(items[0].value, '"card"');
  const correlated = await client.searchCorrelatedMessageSubscriptions({ filter: { processInstanceKey } }, now);
  assert.deepEqual([correlated.items[0].messageName, correlated.items[0].correlationKey], ['paid', 'early']);
});

test('a correlation says who got the message, or that nobody waits', async () => {
  const processInstanceKey = await startOrder(client, 'correlated');
  await client.completeJob({ jobKey: (await takeJob(client, 'charge')).jobKey });
  const { items } = await client.searchMessageSubscriptions({ filter: { processInstanceKey } }, now);
  assert.deepEqual(
    [items[0].messageName, items[0].correlationKey, items[0].messageSubscriptionState],
    ['paid', 'correlated', 'CREATED'],
  );
  const waiting = await client.getProcessDefinitionMessageSubscriptionStatistics({}, now);
  assert.equal(waiting.items.find((row) => row.processDefinitionId === 'order').activeSubscriptions, 1);

  const answer = await client.correlateMessage({
    name: 'paid',
    correlationKey: 'correlated',
    variables: { by: 'cash' },
  });
  assert.equal(answer.processInstanceKey, processInstanceKey);
  await refused(client.correlateMessage({ name: 'paid', correlationKey: 'correlated' }), 404, 'NOT_FOUND');
});

test('a message starts a process', async () => {
  const { processInstanceKey } = await client.correlateMessage({ name: 'letter', variables: { from: 'ken' } });
  assert.deepEqual(
    (await instancesOf('by-message')).map((each) => each.processInstanceKey),
    [processInstanceKey],
  );
});

test('a signal starts a process', async () => {
  const answer = await client.broadcastSignal({ signalName: 'alarm', variables: { floor: 3 } });
  assert.match(answer.signalKey, /^\d+$/);
  const [instance] = await instancesOf('by-signal');
  assert.equal(instance.state, 'COMPLETED');
});

test('a condition starts a process when it holds', async () => {
  const cold = await client.evaluateConditionals({ variables: { temperature: 10 } });
  assert.deepEqual(cold.processInstances, []);
  const hot = await client.evaluateConditionals({ variables: { temperature: 35 } });
  assert.deepEqual(
    (await instancesOf('by-condition')).map((each) => each.processInstanceKey),
    hot.processInstances.map((each) => each.processInstanceKey),
  );
  assert.equal(hot.processInstances.length, 1);
});

test('the clock stands where it is pinned, and goes on when it is reset', async () => {
  const at = Date.parse('2031-04-01T00:00:00Z');
  await client.pinClock({ timestamp: at });
  const processInstanceKey = await startOrder(client, 'later');
  assert.equal((await client.getProcessInstance({ processInstanceKey }, now)).startDate, '2031-04-01T00:00:00.000Z');
  await client.resetClock();
});
