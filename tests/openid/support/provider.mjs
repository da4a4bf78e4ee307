// An identity provider on a port of this machine, with people of two kinds of houses.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export const secret = 'a secret of the tests, long enough';

/** What is said of people: as Entra ID and as Keycloak would. */
const people = {
  hana: { name: '鈴木 花子', groups: ['5f0c9e1a-0000-4000-8000-000000000001'] },
  taro: { name: '田中 太郎', realm_access: { roles: ['chief', 'offline_access'] } },
};

export async function startProvider(redirectUri) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'dandori', client_secret: secret, redirect_uris: [redirectUri], grant_types: ['authorization_code', 'client_credentials'] }],
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, email: `${id}@example.jp`, ...people[id] }),
    }),
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'realm_access'], email: ['email'] },
    pkce: { required: () => true },
    cookies: { keys: ['of the tests'] },
    // A token that is meant for the API is a JWT.
    features: {
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'api', audience: 'dandori-api', accessTokenFormat: 'jwt', accessTokenTTL: 300 }),
        useGrantedResource: () => true,
      },
      clientCredentials: { enabled: true },
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Goes through the provider's own pages as this person: the sign-in, then the consent. */
export async function passProvider(browser, page, username) {
  let current = page;
  for (let left = 3; left > 0; --left) {
    const action = current.text.match(/<form[^>]*action="([^"]+)"/)?.[1];
    const prompt = current.text.match(/name="prompt" value="([^"]+)"/)?.[1];
    if (!action || !prompt) break;
    const form = prompt === 'login' ? { prompt, login: username, password: 'any' } : { prompt };
    current = await browser.go(new URL(action, browser.url).href, { method: 'POST', form });
  }
  return current;
}
