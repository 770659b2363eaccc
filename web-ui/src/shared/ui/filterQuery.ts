import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';

export type Query = PropertyFilterProps.Query;

export const EVERYTHING: Query = { tokens: [], operation: 'and' };

/** The filter that a page's address holds; nothing of what is no filter. */
export function queryOf(value: unknown): Query | undefined {
  if (!isRecord(value) || !Array.isArray(value['tokens'])) return undefined;
  const tokens = value['tokens'].filter(isToken);
  return tokens.length === 0 ? undefined : { tokens, operation: value['operation'] === 'or' ? 'or' : 'and' };
}

function isToken(value: unknown): value is Query['tokens'][number] {
  return isRecord(value) && typeof value['operator'] === 'string' && typeof value['value'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
