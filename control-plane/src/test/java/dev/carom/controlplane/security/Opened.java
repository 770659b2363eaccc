package dev.carom.controlplane.security;

import java.util.List;

/** Egress as tests open it. */
public final class Opened {
    private Opened() {}

    public static Egress to(String... subnets) {
        return new Egress(new EgressSettings(List.of(subnets)));
    }
}
