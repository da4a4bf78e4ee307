// A server for the tests of a file, the client of Camunda 8.9 with its strictest reading of answers, and what tests say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { house, startProgram } from '../../support/server.mjs';
import { describedFetch } from './described.mjs';

// Node 18 has it, but not where the clients look.
globalThis.File ??= (await import('node:buffer')).File;
const { default: createCamundaClient } = await import('@camunda8/orchestration-cluster-api');

export const password = 'a password of the client tests';

/** Searches and reads find what was answered before: nothing is waited for. */
export const now = { consistency: { waitUpToMs: 0 } };

/** In memory and open to everybody, or with the demo's accounts. */
export async function startCluster({ accounts = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dandori-clients-'));
  const admission = accounts ? ['--seed-users', join(house, 'processes/demo/users.json')] : ['--auth', 'none'];
  const server = await startProgram(['--store', 'memory:', '--outbox', join(folder, 'outbox'), ...admission], {
    DANDORI_SEED_PASSWORD: password,
  });
  return {
    address: server.address,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Fails on any answer that lacks a member, has one of another type, or one that Camunda 8.9 doesn't have; or that /openapi.json doesn't tell of. */
export const strictClient = ({ address }, more = { CAMUNDA_AUTH_STRATEGY: 'NONE' }) =>
  createCamundaClient({
    fetch: describedFetch(address),
    config: {
      CAMUNDA_REST_ADDRESS: address,
      CAMUNDA_SDK_VALIDATION: 'req:none,res:fanatical',
      CAMUNDA_SDK_LOG_LEVEL: 'error',
      CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1,
      ...more,
    },
  });

const pathOf = (name) => fileURLToPath(new URL(`../models/${name}`, import.meta.url));
export const modelPath = pathOf;
export const modelText = (name) => readFileSync(pathOf(name), 'utf8');
export const fileOf = (name, text = modelText(name)) => new File([text], name);

/** Deploys what an order needs, and gives the answer. */
export const deployOrder = (client) =>
  client.createDeployment({
    resources: ['order.bpmn', 'discount.dmn', 'order-check.form'].map((name) => fileOf(name)),
  });

export async function startOrder(client, orderId, more = {}) {
  const { processInstanceKey } = await client.createProcessInstance({
    processDefinitionId: 'order',
    variables: { orderId, amount: 1200 },
    ...more,
  });
  return processInstanceKey;
}

/** Takes the one job of a type that waits. */
export async function takeJob(client, type, more = {}) {
  const { jobs } = await client.activateJobs({
    ...{ type, worker: 'tests', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 5_000, ...more },
  });
  assert.equal(jobs.length, 1, `jobs of the type ${type}`);
  return jobs[0];
}

/** Brings a new order as far as its user task, and gives the keys of the instance and of the task. */
export async function orderToCheck(client, orderId) {
  const processInstanceKey = await startOrder(client, orderId);
  const { jobKey } = await takeJob(client, 'charge');
  await client.completeJob({ jobKey });
  await client.correlateMessage({ name: 'paid', correlationKey: orderId });
  const { items } = await client.searchUserTasks({ filter: { processInstanceKey } }, now);
  assert.equal(items.length, 1, 'user tasks of the order');
  return { processInstanceKey, userTaskKey: items[0].userTaskKey };
}

/** Asks until the answer is as wanted; at most 10 s, for what workers do by themselves. */
export async function until(ask, isWanted) {
  for (let left = 200; left > 0; --left) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    await wait(50);
  }
  return assert.fail(`still not as wanted after 10 s: ${JSON.stringify(await ask())}`);
}

/** The call is refused with this status, title, and words in its detail. */
export const refused = (call, status, title, words = /./) =>
  assert.rejects(call, (fault) => {
    assert.deepEqual({ status: fault.status, title: fault.title }, { status, title }, fault.message);
    assert.match(fault.detail, words);
    return true;
  });

export async function stateOf(client, processInstanceKey) {
  const instance = await client.getProcessInstance({ processInstanceKey }, now);
  return instance.state;
}
