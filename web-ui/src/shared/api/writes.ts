import { api } from './client';
import { ifMatch } from './etag';
import { because } from './message';
import { dataOf } from './problem';

type Collection = 'vips' | 'listeners' | 'pools' | 'backends' | 'health-monitors' | 'nodes' | 'node-groups' | 'webhooks';

/** The kinds of resources are read, patched and deleted alike; one path stands for all where the client is typed. */
const one = (collection: Collection) => `/api/v1/${collection}/{id}` as '/api/v1/vips/{id}';

/** Reads and writes of one kind of resource; each write fails with 412 when somebody else was first. */
export function writesOf<T>(collection: Collection) {
  return {
    read: (id: string) => dataOf<T>(api.GET(one(collection), { params: { path: { id } } })),
    patch: (id: string, version: number, patch: Record<string, unknown>, message = '') =>
      dataOf<T>(api.PATCH(one(collection), { params: { path: { id }, header: { ...ifMatch(version), ...because(message) } }, body: patch })),
    remove: (id: string, version: number, message = '') =>
      dataOf<void>(api.DELETE(one(collection), { params: { path: { id }, header: { ...ifMatch(version), ...because(message) } } })),
  };
}
