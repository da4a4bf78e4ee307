// Clients that sign in: by name and password, as every client of Camunda 8 can.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deployOrder, now, orderToCheck, password, refused, startCluster, strictClient } from './support/cluster.mjs';

const { Camunda8 } = (await import('@camunda8/sdk')).default;

let cluster;
let administrator;
let clerk;
const as = (username, typed = password) =>
  strictClient(cluster, {
    CAMUNDA_AUTH_STRATEGY: 'BASIC',
    CAMUNDA_BASIC_AUTH_USERNAME: username,
    CAMUNDA_BASIC_AUTH_PASSWORD: typed,
  });
before(async () => {
  cluster = await startCluster({ accounts: true });
  administrator = as('admin');
  clerk = as('joho');
});
after(() => cluster.stop());

test('nobody gets in without a password, or with a wrong one', async () => {
  await refused(strictClient(cluster).getTopology(), 401, 'UNAUTHORIZED');
  await refused(as('admin', 'a guess').getTopology(), 401, 'UNAUTHORIZED');
  await strictClient(cluster).getStatus();
});

test('somebody who signs in is known, and an administrator may do all', async () => {
  assert.equal((await clerk.getAuthentication()).username, 'joho');
  await deployOrder(administrator);
  await orderToCheck(administrator, 'by-admin');
});

test('others see and do only what is theirs', async () => {
  await refused(deployOrder(clerk), 403, 'FORBIDDEN');
  const { userTaskKey } = await orderToCheck(administrator, 'for-the-clerk');
  assert.deepEqual((await clerk.searchUserTasks({ filter: { userTaskKey } }, now)).items, []);
  await administrator.assignUserTask({ userTaskKey, assignee: 'joho' });
  assert.equal((await clerk.searchUserTasks({ filter: { userTaskKey } }, now)).items.length, 1);
  await clerk.completeUserTask({ userTaskKey });
});

test('@camunda8/sdk signs in the same way', async () => {
  const rest = new Camunda8({
    ...{ ZEEBE_REST_ADDRESS: cluster.address, CAMUNDA_LOG_LEVEL: 'none', CAMUNDA_AUTH_STRATEGY: 'BASIC' },
    ...{ CAMUNDA_BASIC_AUTH_USERNAME: 'admin', CAMUNDA_BASIC_AUTH_PASSWORD: password },
  }).getCamundaRestClient();
  assert.equal((await rest.getTopology()).brokers.length, 1);
});
