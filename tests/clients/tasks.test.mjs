// What people do with user tasks, through the client.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  deployOrder,
  now,
  orderToCheck,
  refused,
  startCluster,
  stateOf,
  strictClient,
  takeJob,
} from './support/cluster.mjs';

let cluster;
let client;
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
  await deployOrder(client);
});
after(() => cluster.stop());

test('a task says what its model says of it', async () => {
  const { userTaskKey } = await orderToCheck(client, 'shown');
  const task = await client.getUserTask({ userTaskKey }, now);
  assert.deepEqual(
    [task.name, task.state, task.candidateGroups, task.priority, task.dueDate, task.customHeaders, task.processName],
    ['Check the order', 'CREATED', ['clerks'], 70, '2030-01-31T09:00:00.000Z', { screen: 'wide' }, 'Order'],
  );
  const form = await client.getUserTaskForm({ userTaskKey }, now);
  assert.equal(form.formKey, task.formKey);
  assert.equal(JSON.parse(form.schema).components[0].key, 'approved');
});

test('a task is assigned, given away, and given back', async () => {
  const { userTaskKey } = await orderToCheck(client, 'assigned');
  const assignee = async () => (await client.getUserTask({ userTaskKey }, now)).assignee;
  await client.assignUserTask({ userTaskKey, assignee: 'hanako' });
  assert.equal(await assignee(), 'hanako');
  await refused(client.assignUserTask({ userTaskKey, assignee: 'ken', allowOverride: false }), 409, 'INVALID_STATE');
  await client.assignUserTask({ userTaskKey, assignee: 'ken', allowOverride: true, action: 'reassign' });
  assert.equal(await assignee(), 'ken');
  await client.unassignUserTask({ userTaskKey });
  assert.equal(await assignee(), null);
});

test('a task is changed, and what is not named stays', async () => {
  const { userTaskKey } = await orderToCheck(client, 'changed');
  await client.updateUserTask({
    userTaskKey,
    changeset: { candidateUsers: ['taro'], followUpDate: '2030-01-15T00:00:00+09:00', dueDate: '', priority: 20 },
  });
  const task = await client.getUserTask({ userTaskKey }, now);
  assert.deepEqual(
    [task.candidateUsers, task.candidateGroups, task.followUpDate, task.dueDate, task.priority],
    [['taro'], ['clerks'], '2030-01-14T15:00:00.000Z', null, 20],
  );
  await refused(
    client.updateUserTask({ userTaskKey, changeset: { priority: 101 } }),
    400,
    'INVALID_ARGUMENT',
    /priority/,
  );
});

test('a task sees its variables, and takes new ones when it is completed', async () => {
  const { processInstanceKey, userTaskKey } = await orderToCheck(client, 'completed');
  const effective = await client.searchUserTaskEffectiveVariables({ userTaskKey, sort: [{ field: 'name' }] }, now);
  assert.deepEqual(
    effective.items.map(({ name, value }) => [name, value]),
    [
      ['amount', '1200'],
      ['discount', '10'],
      ['orderId', '"completed"'],
    ],
  );
  const seen = await client.searchUserTaskVariables({ userTaskKey, filter: { name: { $like: 'order*' } } }, now);
  assert.equal(seen.items.length, 1);

  await client.completeUserTask({ userTaskKey, variables: { approved: true }, action: 'approve' });
  assert.equal((await client.getUserTask({ userTaskKey }, now)).state, 'COMPLETED');
  assert.equal(await stateOf(client, processInstanceKey), 'COMPLETED');
  const { items } = await client.searchVariables({ filter: { processInstanceKey, name: 'approved' } }, now);
  assert.equal((await client.getVariable({ variableKey: items[0].variableKey }, now)).value, 'true');
  await refused(client.completeUserTask({ userTaskKey }), 404, 'NOT_FOUND', /no such user task was found/);
});

test('tasks are found by group, assignee, date and variables', async () => {
  const first = await orderToCheck(client, 'found-1');
  const second = await orderToCheck(client, 'found-2');
  await client.assignUserTask({ userTaskKey: second.userTaskKey, assignee: 'sakura' });
  const found = async (filter) => {
    const { items } = await client.searchUserTasks({ filter: { ...filter, state: 'CREATED' } }, now);
    return items
      .map(({ userTaskKey }) => userTaskKey)
      .filter((key) => [first.userTaskKey, second.userTaskKey].includes(key));
  };
  assert.deepEqual(await found({ assignee: 'sakura' }), [second.userTaskKey]);
  assert.deepEqual(await found({ assignee: { $exists: false } }), [first.userTaskKey]);
  assert.deepEqual(await found({ candidateGroup: 'clerks', dueDate: { $lt: '2030-02-01T00:00:00Z' } }), [
    first.userTaskKey,
    second.userTaskKey,
  ]);
  assert.deepEqual(await found({ candidateGroup: { $in: ['nobody', 'others'] } }), []);
  assert.deepEqual(await found({ processInstanceVariables: [{ name: 'orderId', value: { $eq: '"found-2"' } }] }), [
    second.userTaskKey,
  ]);
  assert.deepEqual(await found({ priority: { $gte: 71 } }), []);
});

test('a global listener is asked when a task is assigned, and may say no', async () => {
  const id = 'assigning';
  await client.createGlobalTaskListener({ id, type: 'ask', eventTypes: ['assigning'] });
  assert.deepEqual((await client.getGlobalTaskListener({ id }, now)).eventTypes, ['assigning']);
  assert.equal((await client.searchGlobalTaskListeners({ filter: { id } }, now)).items.length, 1);
  const { userTaskKey } = await orderToCheck(client, 'listened');
  const assigned = client.assignUserTask({ userTaskKey, assignee: 'hanako' }).then(
    () => 'assigned',
    (fault) => fault.title,
  );
  const job = await takeJob(client, 'ask');
  assert.deepEqual(
    [job.kind, job.listenerEventType, job.userTask.userTaskKey],
    ['TASK_LISTENER', 'ASSIGNING', userTaskKey],
  );
  await client.completeJob({
    jobKey: job.jobKey,
    result: { type: 'userTask', denied: true, deniedReason: 'on leave' },
  });
  assert.equal(await assigned, 'INVALID_STATE');
  assert.equal((await client.getUserTask({ userTaskKey }, now)).assignee, null);
  await client.updateGlobalTaskListener({ id, type: 'ask', eventTypes: ['completing'], priority: 5 });
  await client.deleteGlobalTaskListener({ id });
  await refused(client.getGlobalTaskListener({ id }, now), 404, 'NOT_FOUND');
});
