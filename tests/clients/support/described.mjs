// A fetch that holds every answer against the server's own description, /openapi.json.
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Finds the operation of a request: `{template, operation}`. */
function operationFinder(paths) {
  const templates = Object.entries(paths)
    .map(([template, operations]) => ({
      template,
      operations,
      pattern: new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
    // Literal segments go before places, as in the router.
    .sort((a, b) => a.template.split('{').length - b.template.split('{').length);
  return (method, path) => {
    const found = templates.find(({ pattern, operations }) => pattern.test(path) && operations[method.toLowerCase()]);
    return found && { template: found.template, operation: found.operations[method.toLowerCase()] };
  };
}

async function describedAt(address) {
  const document = await (await fetch(`${address}/openapi.json`)).json();
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema({ $id: 'openapi', components: document.components });
  const validators = new Map();
  return {
    find: operationFinder(document.paths),
    faultsOf(schema, value) {
      const text = JSON.stringify(schema).replaceAll('"#/', '"openapi#/');
      if (!validators.has(text)) validators.set(text, ajv.compile(JSON.parse(text)));
      const validate = validators.get(text);
      return validate(value) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  };
}

/** A `fetch` for clients of this server; an answer that isn't described fails the call. */
export function describedFetch(address) {
  let description;
  return async (input, init) => {
    description ??= await describedAt(address);
    const response = await fetch(input, init);
    const method = init?.method ?? input.method ?? 'GET';
    const { pathname } = new URL(input.url ?? input);
    const what = `${method} ${pathname}`;
    const { operation } = description.find(method, pathname) ?? assert.fail(`${what} is not described`);
    const answer = operation.responses[response.status];
    assert.ok(answer, `${what} answers ${response.status}, which is not described`);
    if (!answer.content) return response;
    const type = response.headers.get('Content-Type').split(';')[0];
    const content = answer.content[type] ?? answer.content['*/*'];
    assert.ok(content, `${what} answers ${type}, which is not described`);
    if (type.endsWith('json')) {
      const faults = description.faultsOf(content.schema, await response.clone().json());
      assert.deepEqual(faults, [], `${what} does not answer as described`);
    }
    return response;
  };
}
