package dev.carom.controlplane;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the control plane; every part of it is found below this package. */
@SpringBootApplication
public class ControlPlaneApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ControlPlaneApplication.class, arguments);
    }
}
