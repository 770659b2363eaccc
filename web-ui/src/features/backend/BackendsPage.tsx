import { BackendTable } from './BackendTable';

/** Every server of every pool. */
export function BackendsPage() {
  return <BackendTable />;
}
