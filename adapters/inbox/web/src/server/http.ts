import { language } from '../words/words';
import { session, sessionOver } from './session';

/** What the server answered instead of doing it; `status` 0 means that it did not answer at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly retryAfter = 0,
  ) {
    super(detail);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const retryAfter = Number(response.headers.get('Retry-After') ?? 0);
  try {
    return new Problem(response.status, String(JSON.parse(text).detail ?? ''), retryAfter);
  } catch {
    return new Problem(response.status, text.slice(0, 200), retryAfter);
  }
}

async function send(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json, text/xml',
    'Accept-Language': language.value,
  };
  // Of a form the browser says the type itself, with the mark between its parts.
  const isForm = body instanceof FormData;
  const isFile = body instanceof Blob;
  if (body !== undefined && !isForm) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
  const token = session.value?.csrfToken;
  if (token && method !== 'GET') headers['X-CSRF-Token'] = token;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : isForm || isFile ? body : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw new Problem(0, '');
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  // A wrong password is answered by 401 too, and is no reason to ask for another sign-in.
  if (response.status === 401 && !path.startsWith('/api/session')) sessionOver.value = true;
  throw problem;
}

/** Asks the server and reads its JSON; undefined for an empty answer (204). A file goes as its bytes, all else as JSON. */
export async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Asks for a text, such as a process's XML. */
export async function askText(path: string): Promise<string> {
  return (await send('GET', path, undefined, undefined)).text();
}
