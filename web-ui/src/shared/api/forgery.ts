import type { Middleware } from 'openapi-fetch';

const COOKIE = 'XSRF-TOKEN';

/** The value changes with each sign-in: it is read off the cookie for each write. */
export function forgeryToken(cookies: string): string | undefined {
  return cookies
    .split('; ')
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}

/** Sends back what only a page of this origin can read, so that no other site can write in the user's name. */
export const forgeryHeader: Middleware = {
  onRequest({ request }) {
    const token = forgeryToken(document.cookie);
    if (request.method !== 'GET' && token) request.headers.set('X-XSRF-TOKEN', token);
    return request;
  },
};
