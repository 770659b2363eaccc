import type { Option } from '../../shared/form/field';

/** How a server can be told to hold its VIPs. */
export const FORMATS = ['shell', 'networkd', 'netplan', 'ansible', 'cloud-init', 'freebsd', 'windows'] as const;
export type Format = (typeof FORMATS)[number];

const WORDS: Record<Format, string> = {
  shell: 'Shell commands',
  networkd: 'systemd-networkd',
  netplan: 'Netplan',
  ansible: 'Ansible',
  'cloud-init': 'cloud-init',
  freebsd: 'FreeBSD',
  windows: 'Windows (PowerShell)',
};

const FOR: Record<string, readonly Format[]> = {
  LINUX: ['shell', 'networkd', 'netplan', 'ansible', 'cloud-init'],
  FREEBSD: ['freebsd'],
  WINDOWS: ['windows'],
};

/** Those of the server's own system. */
export function formatsFor(platform: string): readonly Format[] {
  return FOR[platform] ?? FORMATS;
}

export const optionOf = (format: Format): Option => ({ value: format, label: WORDS[format] });

/** Where a Linux server holds the VIP; the others know one way. */
export const WAYS: readonly Option[] = [
  { value: 'loopback', label: 'on the loopback' },
  { value: 'down-interface', label: 'on an interface that is down' },
];
