interface Look {
  readonly text: string;
  readonly grid: string;
  readonly lines: readonly string[];
}

const LOOKS: Record<'light' | 'dark', Look> = {
  light: {
    text: '#4c5a57',
    grid: '#e2e6e3',
    lines: ['#0b6e5f', '#5746c9', '#a85b00', '#1f6fb5', '#b0325f', '#6b7280', '#3f7d20', '#8a3ffc'],
  },
  dark: {
    text: '#9fb5b0',
    grid: '#1f2d31',
    lines: ['#3ddbb8', '#a99bff', '#f5b740', '#6cb6ff', '#ff8fa8', '#b6c2cf', '#9ae06c', '#d7a8ff'],
  },
};

export const lookOf = (mode: 'light' | 'dark'): Look => LOOKS[mode];

/** The colour of the line at this place; after eight they come round again. */
export function colours(mode: 'light' | 'dark', place: number): string {
  const { lines } = LOOKS[mode];
  return lines[place % lines.length] ?? '';
}
