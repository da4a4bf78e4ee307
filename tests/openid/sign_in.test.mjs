// People sign in at the provider and work here; programs show its tokens.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startProgram } from '../support/server.mjs';
import { Browser } from './support/browser.mjs';
import { passProvider, secret, startProvider } from './support/provider.mjs';

const adminPassword = 'the first password of all';

/** A port that was free a moment ago: the provider must know where people come back to before the server runs. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let folder;
let provider;
let server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dandori-openid-'));
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  provider = await startProvider(`${home}/api/session/provider/return`);
  const secretFile = join(folder, 'secret');
  await writeFile(secretFile, secret, { mode: 0o600 });
  server = await startProgram([
    ...['--listen', `127.0.0.1:${port}`, '--store', 'memory:', '--outbox', join(folder, 'outbox'), '--public-url', `${home}/`],
    ...['--sign-in-issuer', provider.issuer, '--sign-in-client', 'dandori', '--sign-in-secret-file', secretFile],
    ...['--sign-in-name', 'City Hall', '--token-issuer', provider.issuer, '--token-audience', 'dandori-api'],
    ...['--token-keys', `${provider.issuer}/jwks`],
  ], { DANDORI_SEED_PASSWORD: adminPassword });
});
after(async () => {
  await server?.stop();
  await provider?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A call by the administrator, who has a local account. */
async function api(method, path, body) {
  const response = await fetch(server.address + path, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${btoa(`admin:${adminPassword}`)}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
  return response.status === 204 ? null : response.json();
}

/** Signs in at the provider; the browser, and what the server says of who it is. */
async function signIn(username, to = '/') {
  const browser = new Browser();
  const page = await browser.go(`${server.address}/api/session/provider?to=${encodeURIComponent(to)}`);
  await passProvider(browser, page, username);
  return { browser, session: await (await browser.ask(`${server.address}/api/session`)).json() };
}

test('the page is told where else people sign in', async () => {
  assert.deepEqual(await (await fetch(`${server.address}/api/session/ways`)).json(), { provider: 'City Hall' });
});

test('who signs in there has a session here, and is where they wanted to be', async () => {
  const { browser, session } = await signIn('hana', '/cases');
  assert.equal(browser.url, `${server.address}/cases`);
  assert.deepEqual(
    { username: session.username, name: session.name, groups: session.groups, hasPassword: session.hasPassword },
    { username: 'hana', name: '鈴木 花子', groups: [], hasPassword: false },
  );
  const me = await (await browser.ask(`${server.address}/v2/authentication/me`)).json();
  assert.equal(me.email, 'hana@example.jp');
  const signOut = await browser.ask(`${server.address}/api/session`, {
    method: 'DELETE',
    headers: { 'X-CSRF-Token': session.csrfToken },
  });
  assert.equal(signOut.status, 204);
  assert.equal((await browser.ask(`${server.address}/api/session`)).status, 401);
});

test('groups of Entra ID and roles of Keycloak are ours by mapping rules, and hold at once', async () => {
  const { browser, session } = await signIn('taro');
  assert.deepEqual(session.groups, []);
  for (const [mappingRuleId, claimName, claimValue, group] of [
    ['entra', 'groups', '5f0c9e1a-0000-4000-8000-000000000001', 'iom.operator'],
    ['keycloak', 'realm_access.roles', 'chief', 'ward_is.chief'],
  ]) {
    await api('POST', '/v2/mapping-rules', { mappingRuleId, claimName, claimValue, name: mappingRuleId });
    if (group !== 'iom.operator') await api('POST', '/v2/groups', { groupId: group, name: group });
    await api('PUT', `/v2/groups/${group}/mapping-rules/${mappingRuleId}`);
  }
  assert.deepEqual((await (await browser.ask(`${server.address}/api/session`)).json()).groups, ['ward_is.chief']);
  assert.deepEqual((await signIn('hana')).session.groups, ['iom.operator']);
});

test('who brings somebody else’s answer is sent back without a session', async () => {
  const begun = new Browser();
  const other = new Browser();
  const first = await begun.ask(`${server.address}/api/session/provider`);
  const page = await begun.go(first.headers.get('location'));
  const action = page.text.match(/<form[^>]*action="([^"]+)"/)[1];
  // The victim's browser gets the attacker's way back: it has no cookie of that sign-in.
  let at = new URL(action, begun.url).href;
  let response = await begun.ask(at, { method: 'POST', form: { prompt: 'login', login: 'hana', password: 'any' } });
  for (let left = 10; left > 0 && !at.includes('/api/session/provider/return'); --left) {
    if (!response.headers.has('location')) {
      const consent = (await response.text()).match(/<form[^>]*action="([^"]+)"/)[1];
      at = new URL(consent, at).href;
      response = await begun.ask(at, { method: 'POST', form: { prompt: 'consent' } });
    }
    at = new URL(response.headers.get('location'), at).href;
    if (!at.includes('/api/session/provider/return')) response = await begun.ask(at);
  }
  assert.match(at, /[?&]code=/);
  const stolen = await other.ask(at);
  assert.equal(stolen.headers.get('location'), '/?signIn=refused');
  assert.equal((await other.ask(`${server.address}/api/session`)).status, 401);
  // Whose answer it is comes in with it, once.
  assert.equal((await begun.ask(at)).headers.get('location'), '/');
  assert.equal((await begun.ask(at)).headers.get('location'), '/?signIn=refused');
});

test('a local account with a password is not taken over', async () => {
  const { browser, session } = await signIn('admin');
  assert.equal(browser.url, `${server.address}/?signIn=refused`);
  assert.equal(session.status, 401);
});

test('a program shows a token of the provider', async () => {
  const answer = await fetch(`${provider.issuer}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`dandori:${encodeURIComponent(secret)}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'api', resource: 'urn:dandori' }),
  });
  const { access_token: token } = await answer.json();
  const me = async (bearer) =>
    fetch(`${server.address}/v2/authentication/me`, { headers: { Authorization: `Bearer ${bearer}` } });
  assert.equal((await (await me(token)).json()).username, 'dandori');
  assert.equal((await me(`${token.slice(0, -6)}AAAAAA`)).status, 401);
});
