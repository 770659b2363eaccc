export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

const V4 = /^([\d.]+):(\d{1,5})$/;
const V6 = /^\[([\da-fA-F:.]+)\]:(\d{1,5})$/;

/** An address and a port, as 198.51.100.7:51234 or [2001:db8::7]:51234; whether the address is one the control plane says. */
export function endpointOf(text: string): Endpoint | undefined {
  const [, address, digits] = V4.exec(text.trim()) ?? V6.exec(text.trim()) ?? [];
  const port = Number(digits);
  return address && port <= 65_535 ? { address, port } : undefined;
}

export function shown(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
