import { choices, type Field, type Option } from '../../shared/form/field';

/** What can be changed of a VIP. */
export function vipFields(nodeGroups: readonly Option[]): Field[] {
  return [
    { key: 'name', label: 'Name', kind: 'text' },
    { key: 'address', label: 'Address', kind: 'text', description: 'IPv4 or IPv6; each backend holds it on its loopback.' },
    { key: 'nodeGroupId', label: 'Node group', kind: 'select', options: nodeGroups },
    { key: 'vrid', label: 'Virtual router', kind: 'number', description: 'Its VRID; empty: the first of the group.' },
    {
      key: 'adminState',
      label: 'Wanted',
      kind: 'select',
      options: choices('ENABLED', 'DRAINING', 'DISABLED'),
    },
    {
      key: 'unmatchedPortPolicy',
      label: 'Port without a listener',
      kind: 'select',
      options: choices('DROP', 'REJECT'),
    },
    {
      key: 'newFlowsPerSecond',
      label: 'Most new flows a second',
      kind: 'number',
      description: 'Over the whole VIP; 0 is no limit.',
    },
  ];
}

/** What can be changed of a listener. */
export function listenerFields(pools: readonly Option[]): Field[] {
  return [
    { key: 'name', label: 'Name', kind: 'text' },
    { key: 'protocol', label: 'Protocol', kind: 'select', options: choices('TCP', 'UDP').map(upper) },
    {
      key: 'ports',
      label: 'Ports',
      kind: 'lines',
      description: 'As 80 8000-8010; the backends serve the same ports, for only MAC addresses change.',
    },
    { key: 'poolId', label: 'Pool', kind: 'select', options: pools },
    {
      key: 'allowedSources',
      label: 'Allowed sources',
      kind: 'lines',
      description: 'Prefixes, with blanks between them; empty: everybody.',
    },
    { key: 'deniedSources', label: 'Denied sources', kind: 'lines', description: 'They win over the allowed ones.' },
    {
      key: 'newFlowsPerSecondPerSource',
      label: 'Most new flows a second for each source',
      kind: 'number',
      description: '0 is no limit.',
    },
    { key: 'adminState', label: 'Wanted', kind: 'select', options: choices('ENABLED', 'DRAINING', 'DISABLED') },
  ];
}

const upper = (option: Option): Option => ({ ...option, label: option.value });
