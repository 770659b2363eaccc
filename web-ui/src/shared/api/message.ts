/** Why something is changed, for its revision: one line, percent-encoded as header fields are ASCII; nothing where nobody said. */
export function because(message: string): { 'Carom-Message'?: string } {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? {} : { 'Carom-Message': encodeURIComponent(line) };
}
