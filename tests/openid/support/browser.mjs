// As much of a browser as signing in needs: it keeps cookies, follows redirects, and sends forms.
export class Browser {
  #cookies = new Map(); // by origin: name -> { value, path }
  url = '';

  cookiesOf(url) {
    const { origin, pathname } = new URL(url);
    return [...(this.#cookies.get(origin) ?? [])].filter(([, { path }]) => pathname.startsWith(path));
  }

  /** Asks once; `redirect` is left to go(). */
  async ask(url, { method = 'GET', form, headers = {} } = {}) {
    const cookie = this.cookiesOf(url)
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...(cookie && { Cookie: cookie }), ...headers },
      body: form && new URLSearchParams(form),
    });
    for (const text of response.headers.getSetCookie()) this.#keep(new URL(url).origin, text);
    return response;
  }

  /** Goes there and wherever that leads; gives the page it ends at. */
  async go(url, options) {
    let response = await this.ask(url, options);
    let at = url;
    for (let left = 20; left > 0 && response.headers.has('location'); --left) {
      at = new URL(response.headers.get('location'), at).href;
      response = await this.ask(at);
    }
    this.url = at;
    return { status: response.status, text: await response.text() };
  }

  #keep(origin, text) {
    const [pair, ...attributes] = text.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    if (!this.#cookies.has(origin)) this.#cookies.set(origin, new Map());
    if (value) this.#cookies.get(origin).set(name, { value, path });
    else this.#cookies.get(origin).delete(name);
  }
}
