/** The nouns of the stream's events, and the list of the interface in which each stands. */
export const LISTS = {
  nodeGroup: 'node-groups',
  node: 'nodes',
  healthMonitor: 'health-monitors',
  pool: 'pools',
  backend: 'backends',
  vip: 'vips',
  listener: 'listeners',
  finding: 'findings',
  revision: 'revisions',
  diagnosis: 'diagnoses',
  capture: 'captures',
} as const;

export type Noun = keyof typeof LISTS;

const VERBS = [
  'created',
  'changed',
  'deleted',
  'up',
  'down',
  'unknown',
  'draining',
  'drained',
  'opened',
  'closed',
  'connected',
  'lost',
  'judged',
  'progress',
  'started',
  'ended',
] as const;

/** A browser hears only the events whose names it was told. */
export const EVENT_TYPES: readonly string[] = Object.keys(LISTS).flatMap((noun) => VERBS.map((verb) => `${noun}.${verb}`));
