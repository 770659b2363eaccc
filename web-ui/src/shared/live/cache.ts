import type { QueryClient } from '@tanstack/react-query';
import { LISTS, type Noun } from './eventTypes';
import type { Message } from './stream';

interface Identified {
  readonly id: string;
}

/** Puts what an event tells into what was read before; what it does not carry is read anew. */
export function applyMessage(client: QueryClient, message: Message) {
  const list = LISTS[message.resourceType as Noun];
  // An event may tell of something beside the resource that it is laid to: a finding, or a step of a diagnosis.
  const told = LISTS[message.type.split('.')[0] as Noun];
  if (told && told !== list) void client.invalidateQueries({ queryKey: [told] });
  if (!list) return;
  if (Array.isArray(client.getQueryData([list])) && (message.resource || message.type.endsWith('.deleted'))) {
    client.setQueryData<Identified[]>([list], (items) => placed(items ?? [], message));
  } else {
    void client.invalidateQueries({ queryKey: [list] });
  }
  void client.invalidateQueries({ queryKey: ['events'] });
  if (message.revision) void client.invalidateQueries({ queryKey: ['revisions'] });
}

function placed(items: Identified[], message: Message): Identified[] {
  if (message.type.endsWith('.deleted')) return items.filter((item) => item.id !== message.resourceId);
  const resource = message.resource as unknown as Identified;
  return items.some((item) => item.id === resource.id)
    ? items.map((item) => (item.id === resource.id ? resource : item))
    : [...items, resource];
}
