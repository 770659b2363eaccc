import createClient from 'openapi-fetch';
import { forgeryHeader } from './forgery';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
/** An answer: the document leaves open which properties are always there, and these are the ones that may be absent. */
type Answer<Name extends keyof Schemas, Absent extends keyof Schemas[Name] = never> = Required<
  Omit<Schemas[Name], Absent>
> &
  Pick<Schemas[Name], Absent>;

export type Vip = Schemas['Vip'];
export type Listener = Schemas['Listener'];
export type Pool = Schemas['Pool'];
export type Backend = Schemas['Backend'];
export type HealthMonitor = Schemas['HealthMonitor'];
export type Engine = Schemas['Engine'];
export type NodeGroup = Schemas['NodeGroup'];
export type Revision = Schemas['Revision'];
export type RevisionChange = Schemas['RevisionChange'];
export type Event = Schemas['Event'];
export type Finding = Schemas['Finding'];
export type Node = Schemas['Node'];

export type Grant = Answer<'Grant', 'labels' | 'nodeGroupIds'>;
export type Session = Omit<Answer<'Session', 'userId' | 'name'>, 'grants'> & { grants: Grant[] };

export type User = Answer<'User', 'issuer' | 'password'>;
export type RoleBinding = Answer<'RoleBinding', 'nodeGroupId'>;
export type ApiToken = Answer<'Token', 'expiresAt' | 'lastUsedAt' | 'revokedAt' | 'token'>;

// Looked up at each call, so that tests may put their own fetch in place.
export const api = createClient<paths>({ baseUrl: '', fetch: (request) => globalThis.fetch(request) });
api.use(forgeryHeader);
