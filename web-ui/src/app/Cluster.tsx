import { useNodeGroups, useNodes } from '../shared/api/queries';
import { clusterOf } from './clusterOf';

/** Which balancers this page is about. */
export function Cluster() {
  return <span className="cluster">{clusterOf(useNodeGroups().data, useNodes().data)}</span>;
}
