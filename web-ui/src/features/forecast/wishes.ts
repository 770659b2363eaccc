import type { Schemas } from '../../shared/api/client';

type Change = Schemas['WhatIfBackend'];

export const STATES = [
  { value: 'AS_IT_IS', label: 'as it is' },
  { value: 'ENABLED', label: 'enabled' },
  { value: 'DRAINING', label: 'draining' },
  { value: 'DISABLED', label: 'disabled' },
  { value: 'REMOVED', label: 'removed' },
] as const;

/** What is wished of a backend that is there; an empty weight stays as it is. */
export interface Wish {
  readonly state: (typeof STATES)[number]['value'];
  readonly weight: string;
}

/** One backend more, when it has an address. */
export interface More {
  readonly poolId: string | undefined;
  readonly address: string;
  readonly weight: string;
}

export const AS_IT_IS: Wish = { state: 'AS_IT_IS', weight: '' };

/** The changes to ask about: what stays as it is, is none. */
export function changesOf(wishes: Readonly<Record<string, Wish>>, more: More): Change[] {
  const altered = Object.entries(wishes).flatMap<Change>(([backendId, { state, weight }]) => {
    if (state === 'REMOVED') return [{ backendId, removed: true }];
    if (state === 'AS_IT_IS' && weight === '') return [];
    return [{ backendId, ...(state !== 'AS_IT_IS' && { adminState: state }), ...weighing(weight) }];
  });
  const { poolId, address } = more;
  return [...altered, ...(poolId && address.trim() ? [{ poolId, address: address.trim(), ...weighing(more.weight) }] : [])];
}

const weighing = (weight: string) => (weight === '' ? {} : { weight: Number(weight) });
