package dev.carom.controlplane;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The tree is the architecture: no cycles between features, and nobody reaches into another's web or inner packages. */
class ModularityTest {
    @Test
    void modulesKeepTheirBoundaries() {
        ApplicationModules.of(ControlPlaneApplication.class).verify();
    }
}
