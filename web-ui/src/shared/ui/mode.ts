import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';

const KEY = 'carom.mode';
const listeners = new Set<() => void>();
let current: Mode = Mode.Light;

function set(mode: Mode) {
  current = mode;
  applyMode(mode);
  listeners.forEach((listener) => listener());
}

/** The mode chosen before, else what the system asks for. Called before the first paint. */
export function restoreMode() {
  const stored = localStorage.getItem(KEY);
  const dark = stored ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  set(dark ? Mode.Dark : Mode.Light);
}

export function toggleMode() {
  set(current === Mode.Dark ? Mode.Light : Mode.Dark);
  localStorage.setItem(KEY, current === Mode.Dark ? 'dark' : 'light');
}

export function useMode(): 'light' | 'dark' {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (current === Mode.Dark ? 'dark' : 'light'),
  );
}
