package dev.carom.controlplane;

import dev.carom.controlplane.platform.SchemaMigration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the control plane; every part of it is found below this package. */
@SpringBootApplication
public class ControlPlaneApplication {
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(SchemaMigration.COMMAND)) {
            SchemaMigration.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            SpringApplication.run(ControlPlaneApplication.class, arguments);
        }
    }
}
