import { randomUUID } from 'node:crypto';
import { request } from '@playwright/test';
import type { Site } from './site';

/** Where the administrator's session is kept between tests. */
export const SESSION_FILE = new URL('../target/browser-session.json', import.meta.url).pathname;

/** Changes the first password, as nothing else is open before, and keeps the session. Returns the new password. */
export async function firstSignIn(site: Site): Promise<string> {
  const chosen = randomUUID();
  const context = await request.newContext({ baseURL: site.address });
  const forgery = async () => {
    const { cookies } = await context.storageState();
    return { 'X-XSRF-TOKEN': cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '' };
  };
  const must = (answer: { ok(): boolean; status(): number; url(): string }) => {
    if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()}`);
  };
  must(await context.get('/api/v1/session'));
  must(await context.post('/api/v1/session', { data: { name: 'admin', password: site.password }, headers: await forgery() }));
  await context.get('/api/v1/session');
  must(
    await context.put('/api/v1/session/password', {
      data: { currentPassword: site.password, newPassword: chosen },
      headers: await forgery(),
    }),
  );
  await context.storageState({ path: SESSION_FILE });
  await context.dispose();
  return chosen;
}
