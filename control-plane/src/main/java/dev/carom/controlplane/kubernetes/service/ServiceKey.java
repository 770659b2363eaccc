package dev.carom.controlplane.kubernetes.service;

/** Which Service; one that was deleted and made again under the same name has another uid. */
record ServiceKey(String namespace, String name, String uid) {
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
