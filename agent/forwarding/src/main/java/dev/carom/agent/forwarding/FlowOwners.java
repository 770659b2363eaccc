package dev.carom.agent.forwarding;

/** Is told how many flows each backend, by its stable number, has. */
interface FlowOwners {
    /** Does not count. */
    FlowOwners NOBODY = new FlowOwners() {
        @Override
        public void gained(int owner) {}

        @Override
        public void lost(int owner) {}
    };

    void gained(int owner);

    void lost(int owner);
}
