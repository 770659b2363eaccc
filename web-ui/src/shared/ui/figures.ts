const STEPS = [
  { from: 1e9, unit: 'G' },
  { from: 1e6, unit: 'M' },
  { from: 1e3, unit: 'k' },
];

/** Three digits and a unit of thousands, as 7.10 k; `-` for what is not known. */
export function figure(value: number | undefined | null): string {
  if (value === undefined || value === null) return '-';
  const step = STEPS.find((each) => value >= each.from);
  if (!step) return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
  const scaled = value / step.from;
  return `${scaled.toFixed(scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2)} ${step.unit}`;
}
