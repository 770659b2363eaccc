import type { Option } from '../form/field';

/** Resources as the options of a choice. */
export function optionsOf(items: readonly { id: string; name: string }[] | undefined): Option[] {
  return (items ?? []).map((item) => ({ value: item.id, label: item.name }));
}
