package dev.carom.controlplane.pool;

/** How a backend holds its VIPs: on its loopback, or in the rules of kube-proxy. */
public enum BackendKind {
    LOOPBACK,
    KUBE_PROXY
}
