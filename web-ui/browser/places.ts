import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { call, named } from './api';
import { KEEPALIVED, paste } from './keepalived';

/** A page of the console, as the operator sees its heading. */
export interface Place {
  readonly name: string;
  /** Where it is; what is of one resource asks for its id. */
  readonly path: (request: APIRequestContext) => Promise<string> | string;
  readonly heading: string | RegExp;
  /** The name of a picture that stands in it once all of it is there. */
  readonly picture?: RegExp;
  /** Asks it what it is for, where it shows nothing before. */
  readonly ask?: (page: Page) => Promise<void>;
}

export const OVERVIEW = { name: 'overview', path: () => '/', heading: /carry|carries|need|fine|not connected/ };

const of = (collection: string, name: string) => async (request: APIRequestContext) => `/${collection}/${(await named(request, collection, name)).id}`;

const tabOf = (tab: string) => async (request: APIRequestContext) => `${await of('vips', 'web')(request)}?tab=${tab}`;

async function newestRevision(request: APIRequestContext): Promise<string> {
  const { items } = await call<{ items: { number: number }[] }>(request, 'GET', 'revisions?limit=1');
  return `/changes?revision=${items[0]?.number ?? 1}`;
}

/** A diagnosis of all backends of a VIP, ended. */
async function diagnosis(request: APIRequestContext): Promise<string> {
  const vip = await named(request, 'vips', 'web');
  const { id } = await call<{ id: string }>(request, 'POST', `vips/${vip.id}/diagnose`);
  for (let attempt = 0; attempt < 60; attempt++) {
    // One look after the other.
    // oxlint-disable-next-line no-await-in-loop
    const { state } = await call<{ state: string }>(request, 'GET', `diagnoses/${id}`);
    if (state !== 'RUNNING') return `/doctor?of=vips/${vip.id}&diagnosis=${id}`;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the diagnosis ${id} does not end`);
}

const EXPLAINED = '/explain?source=198.51.100.2&sourcePort=40000&destination=10.0.0.100&destinationPort=80';

async function explained(page: Page) {
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Why', exact: true })).toBeVisible();
}

async function foretold(page: Page) {
  await page.getByRole('button', { name: 'State of backend1 then' }).click();
  await page.getByRole('option', { name: 'draining' }).click();
  await page.getByRole('button', { name: 'Foretell' }).click();
  await expect(page.getByRole('table', { name: 'Flows by backend, now and then' })).toBeVisible();
}

async function readOther(page: Page) {
  await paste(page, KEEPALIVED);
  await expect(page.getByRole('table', { name: 'Lines to look at' })).toBeVisible();
}

/** Every place of the console. */
export const PLACES: readonly Place[] = [
  OVERVIEW,
  { name: 'vips', path: () => '/vips', heading: 'VIPs' },
  { name: 'create-vip', path: () => '/vips/create', heading: 'Address' },
  { name: 'vip', path: of('vips', 'web'), heading: 'web' },
  { name: 'vip-path', path: tabOf('path'), heading: 'web', picture: /^Packet path of / },
  { name: 'vip-health', path: tabOf('health'), heading: 'web' },
  { name: 'vip-setup', path: tabOf('setup'), heading: 'web' },
  { name: 'vip-changes', path: tabOf('changes'), heading: 'web' },
  { name: 'import', path: () => '/import', heading: 'Import', ask: readOther },
  { name: 'pools', path: () => '/pools', heading: 'Pools' },
  { name: 'pool', path: of('pools', 'web'), heading: 'web' },
  { name: 'backends', path: () => '/backends', heading: 'Backends' },
  { name: 'backend', path: of('backends', 'backend1'), heading: 'backend1' },
  { name: 'nodes', path: () => '/nodes', heading: 'Nodes' },
  { name: 'topology', path: () => '/topology', heading: 'Topology', picture: /^lab: VIPs/ },
  { name: 'packet-path', path: async (request) => `/packet-path?vip=${(await named(request, 'vips', 'web')).id}`, heading: 'Packet path', picture: /^Packet path of / },
  { name: 'explain', path: () => EXPLAINED, heading: 'Flow explainer', ask: explained },
  { name: 'what-if', path: async (request) => `/what-if?vip=${(await named(request, 'vips', 'web')).id}`, heading: 'What if', ask: foretold },
  { name: 'doctor', path: diagnosis, heading: 'Backend doctor' },
  { name: 'captures', path: () => '/captures', heading: 'Captures' },
  { name: 'events', path: () => '/events', heading: 'Events' },
  { name: 'changes', path: newestRevision, heading: 'Changes' },
  { name: 'admin', path: () => '/admin', heading: 'Administration' },
];
