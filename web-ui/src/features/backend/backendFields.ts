import { choices, type Field } from '../../shared/form/field';

/** What can be changed of a backend. */
export const BACKEND_FIELDS: readonly Field[] = [
  { key: 'name', label: 'Name', kind: 'text' },
  { key: 'address', label: 'Address', kind: 'text', description: 'The server’s own, of the VIP’s family.' },
  { key: 'weight', label: 'Weight', kind: 'number', description: '0 to 256; 0 takes no new flows.' },
  { key: 'mac', label: 'MAC', kind: 'text', description: 'Empty: the nodes resolve it, and follow when it changes.' },
  {
    key: 'kind',
    label: 'How it holds the VIP',
    kind: 'select',
    options: [
      { value: 'LOOPBACK', label: 'on its loopback' },
      { value: 'KUBE_PROXY', label: 'by kube-proxy' },
    ],
  },
  { key: 'platform', label: 'Platform', kind: 'select', options: choices('LINUX', 'FREEBSD', 'WINDOWS') },
  { key: 'forwardsForOthers', label: 'It is a router too: it may be a gateway', kind: 'flag' },
];
