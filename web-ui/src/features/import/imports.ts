import { api, type Schemas } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/etag';
import { because } from '../../shared/api/message';
import { dataOf } from '../../shared/api/problem';

export type Import = Schemas['Import'];

/** What is to be read, and for whom. */
export interface Source {
  readonly format: 'keepalived' | 'ipvsadm';
  /** The name of the node group that the VIPs are to stand in. */
  readonly nodeGroup: string;
  /** The name of the node that the file is of; empty where its priorities do not matter. */
  readonly node: string;
  readonly text: string;
}

/** Reads another balancer's configuration as one of Carom's; nothing is changed. */
export function readImport({ format, nodeGroup, node, text }: Source): Promise<Import> {
  return dataOf<Import>(
    api.POST('/api/v1/config/import', {
      params: { query: { format, nodeGroup, ...(node && { node }) } },
      body: text,
      bodySerializer: (body) => body,
      headers: { 'Content-Type': 'text/plain' },
    }),
  );
}

/** Puts the document, unless the configuration is no longer the one that it was planned for. */
export function apply({ made, message }: { made: Import; message: string }): Promise<Schemas['Applied']> {
  return dataOf<Schemas['Applied']>(
    api.PUT('/api/v1/config', {
      params: { header: { ...ifMatch(made.plan.baseRevision), ...because(message) } },
      body: made.document,
    }),
  );
}
