import type { APIRequestContext } from '@playwright/test';
import { theSite } from './site';

/** The interface as a program uses it, to prepare what a test is not about. */
export async function call<T>(request: APIRequestContext, method: string, path: string, data?: object, headers = {}): Promise<T> {
  const site = theSite();
  const answer = await request.fetch(`${site.address}/api/v1/${path}`, {
    method,
    data,
    headers: { Authorization: `Bearer ${site.token}`, ...headers },
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** The resource of that name. */
export async function named(request: APIRequestContext, collection: string, name: string): Promise<Named> {
  const filter = encodeURIComponent(`name="${name}"`);
  const { items } = await call<{ items: Named[] }>(request, 'GET', `${collection}?filter=${filter}`);
  const found = items[0];
  if (!found) throw new Error(`there is no ${name} among ${collection}`);
  return found;
}

/** Changes some properties as somebody else would. */
export async function change(request: APIRequestContext, path: string, properties: object) {
  const { version } = await call<Named>(request, 'GET', path);
  await call(request, 'PATCH', path, properties, { 'If-Match': `"${version}"` });
}
