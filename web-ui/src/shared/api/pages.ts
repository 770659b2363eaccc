export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

const MOST_PAGES = 20;

/** Every item of a list of at most 10,000, page by page. */
export async function everyPage<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    // Each page's cursor comes from the one before.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await read(cursor);
    items.push(...answer.items);
    cursor = answer.nextCursor ?? undefined;
    if (!cursor) break;
  }
  return items;
}
