import createClient from 'openapi-fetch';
import { forgeryHeader } from './forgery';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
/** An answer: the document leaves open which properties are always there, and these are the ones that may be absent. */
type Answer<Name extends keyof Schemas, Absent extends keyof Schemas[Name] = never> = Required<
  Omit<Schemas[Name], Absent>
> &
  Pick<Schemas[Name], Absent>;

export type Vip = Answer<'Vip', 'vrid'>;
export type Listener = Answer<'Listener'>;
export type Pool = Answer<'Pool', 'affinity' | 'fallbackPoolId' | 'healthMonitorId'>;
export type Backend = Answer<'Backend', 'mac' | 'drainDeadline' | 'flows' | 'observedMac' | 'observedMacAgeMs'>;
export type HealthMonitor = Answer<'HealthMonitor', 'http' | 'udp'>;
export type Engine = Answer<'Engine'>;
export type NodeGroup = Answer<'NodeGroup'>;
export type Revision = Answer<'Revision'>;
export type RevisionChange = Answer<'RevisionChange', 'before' | 'after'>;
export type Event = Answer<'Event', 'revision'>;
export type Finding = Answer<'FindingView'>;

export type Grant = Answer<'Grant', 'labels' | 'nodeGroupIds'>;
export type Session = Omit<Answer<'Session', 'userId' | 'name'>, 'grants'> & { grants: Grant[] };

export type User = Answer<'User', 'issuer' | 'password'>;
export type RoleBinding = Answer<'RoleBinding', 'nodeGroupId'>;
export type ApiToken = Answer<'Token', 'expiresAt' | 'lastUsedAt' | 'revokedAt' | 'token'>;

type Progress = 'receivedRevision' | 'appliedRevision' | 'verifiedRevision' | 'rejectedRevision' | 'reportedAt' | 'token';
export type Node = Omit<Answer<'Node', Progress>, 'engines'> & { engines: Engine[] };

// Looked up at each call, so that tests may put their own fetch in place.
export const api = createClient<paths>({ baseUrl: '', fetch: (request) => globalThis.fetch(request) });
api.use(forgeryHeader);
