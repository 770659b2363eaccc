import type { Backend, Vip } from '../../shared/api/client';
import type { Option } from '../../shared/form/field';

/** What can be examined: `vips/<uuid>` with all its backends, or `backends/<uuid>` through every VIP that leads to it. */
export function subjects(vips: readonly Pick<Vip, 'id' | 'name'>[], backends: readonly Pick<Backend, 'id' | 'name'>[]): Option[] {
  return [
    ...vips.map((vip) => ({ value: `vips/${vip.id}`, label: `VIP ${vip.name}, all its backends` })),
    ...backends.map((backend) => ({ value: `backends/${backend.id}`, label: `Backend ${backend.name}` })),
  ];
}

/** A subject's collection and id; nothing of what is no subject. */
export function parsed(subject: string | undefined): { collection: 'vips' | 'backends'; id: string } | undefined {
  const [collection, id, ...more] = (subject ?? '').split('/');
  if ((collection !== 'vips' && collection !== 'backends') || !id || more.length > 0) return undefined;
  return { collection, id };
}
