import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation';

export const places: SideNavigationProps.Item[] = [
  { type: 'link', text: 'Overview', href: '/' },
  {
    type: 'section-group',
    title: 'Traffic',
    items: [
      { type: 'link', text: 'VIPs', href: '/vips' },
      { type: 'link', text: 'Pools', href: '/pools' },
      { type: 'link', text: 'Backends', href: '/backends' },
      { type: 'link', text: 'Import', href: '/import' },
    ],
  },
  {
    type: 'section-group',
    title: 'Fabric',
    items: [
      { type: 'link', text: 'Nodes', href: '/nodes' },
      { type: 'link', text: 'Topology', href: '/topology' },
    ],
  },
  {
    type: 'section-group',
    title: 'Diagnose',
    items: [
      { type: 'link', text: 'Packet path', href: '/packet-path' },
      { type: 'link', text: 'Flow explainer', href: '/explain' },
      { type: 'link', text: 'What if', href: '/what-if' },
      { type: 'link', text: 'Backend doctor', href: '/doctor' },
      { type: 'link', text: 'Captures', href: '/captures' },
    ],
  },
  {
    type: 'section-group',
    title: 'Record',
    items: [
      { type: 'link', text: 'Events', href: '/events' },
      { type: 'link', text: 'Changes', href: '/changes' },
    ],
  },
  { type: 'divider' },
  { type: 'link', text: 'Administration', href: '/admin' },
];
