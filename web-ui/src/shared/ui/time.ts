const CLOCK = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});

/** Date and time on the 24-hour clock, with the time zone. */
export function clock(instant: string): string {
  return CLOCK.format(new Date(instant));
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** For lists whose page says the day and the zone. */
export function timeOfDay(instant: string): string {
  return TIME.format(new Date(instant));
}

/** The short name of the zone that times are shown in, as CET. */
export function zone(): string {
  return CLOCK.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? '';
}
