import { choices, type Field, type Option } from '../../shared/form/field';

/** What can be changed of a pool. */
export function poolFields(monitors: readonly Option[], pools: readonly Option[]): Field[] {
  return [
    { key: 'name', label: 'Name', kind: 'text' },
    {
      key: 'algorithm',
      label: 'Algorithm',
      kind: 'select',
      options: choices('MAGLEV', 'ROUND_ROBIN', 'LEAST_CONNECTIONS', 'SOURCE_IP'),
    },
    {
      key: 'healthMonitorId',
      label: 'Health monitor',
      kind: 'select',
      description: 'Without one every backend counts as up.',
      options: [{ value: '', label: 'none' }, ...monitors],
    },
    {
      key: 'onBackendDown',
      label: 'Flows of a backend that goes down',
      kind: 'select',
      options: choices('MOVE', 'KEEP'),
    },
    {
      key: 'allDownPolicy',
      label: 'When all backends are down',
      kind: 'select',
      options: choices('DROP', 'FORWARD_ALL', 'FALLBACK'),
    },
    {
      key: 'fallbackPoolId',
      label: 'Fallback pool',
      kind: 'select',
      options: [{ value: '', label: 'none' }, ...pools],
    },
    { key: 'drainTimeoutMs', label: 'Drain timeout (ms)', kind: 'number', description: 'Time that flows of a draining backend have.' },
    { key: 'slowStartMs', label: 'Slow start (ms)', kind: 'number', description: 'Over which a backend that comes up gains its weight.' },
    {
      key: 'panicThresholdPercent',
      label: 'Panic threshold (%)',
      kind: 'number',
      description: 'Below this share of live backends health is ignored; 0 is off.',
    },
  ];
}

/** What can be changed of a health monitor. */
export const MONITOR_FIELDS: readonly Field[] = [
  { key: 'name', label: 'Name', kind: 'text' },
  { key: 'type', label: 'Type', kind: 'select', options: ['TCP', 'HTTP', 'HTTPS', 'UDP', 'ICMP', 'DNS'].map(same) },
  {
    key: 'path',
    label: 'Path of the probe',
    kind: 'select',
    description: 'DSR asks the VIP at the backend’s MAC, as a client would; DIRECT asks its own address.',
    options: ['DSR', 'DIRECT', 'BOTH'].map(same),
  },
  { key: 'port', label: 'Port', kind: 'number', description: '0 is the listener’s first port.' },
  { key: 'intervalMs', label: 'Interval (ms)', kind: 'number' },
  { key: 'jitterPercent', label: 'Jitter (%)', kind: 'number', description: 'Of the interval, at random, at most 50.' },
  { key: 'timeoutMs', label: 'Timeout (ms)', kind: 'number', description: 'At most the interval.' },
  { key: 'rise', label: 'Good results in a row for up', kind: 'number' },
  { key: 'fall', label: 'Bad results in a row for down', kind: 'number' },
  { key: 'http.path', label: 'HTTP path', kind: 'text', description: 'With type HTTP or HTTPS.' },
  { key: 'http.host', label: 'HTTP host', kind: 'text' },
  { key: 'http.expectedCodes', label: 'HTTP codes that are good', kind: 'lines', description: 'As 200-299 304.' },
  { key: 'http.expectedBody', label: 'Text that the body contains', kind: 'text' },
];

function same(value: string): Option {
  return { value, label: value };
}
