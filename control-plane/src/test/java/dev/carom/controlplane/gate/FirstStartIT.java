package dev.carom.controlplane.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The first start makes one administrator, whose random password opens nothing but its own change. */
@ControlPlaneTest
@TestPropertySource(properties = "carom.data-dir=target/first-start")
class FirstStartIT {
    private static final Path PASSWORD = Path.of("target/first-start/admin-password");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Test
    void theFirstPasswordMustBeChangedAndIsThenForgotten() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PASSWORD)))
                .isEqualTo("rw-------");
        String first = Files.readString(PASSWORD).strip();
        assertThat(sql.sql("SELECT password_hash FROM user_account WHERE name = 'admin'")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");

        Browser browser = new Browser(port);
        assertThat(browser.get("/api/v1/vips").status()).isEqualTo(401);
        assertThat(browser.signIn("admin", "admin").code()).isEqualTo("SIGN_IN_FAILED");
        Browser.Page signedIn = browser.signIn("admin", first);
        assertThat(signedIn.status()).as(signedIn.response().body()).isEqualTo(200);
        assertThat(signedIn.json().get("mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/v1/vips").code()).isEqualTo("PASSWORD_CHANGE_REQUIRED");

        assertThat(change(browser, first, "short").code()).isEqualTo("PASSWORD_LENGTH");
        assertThat(change(browser, first, "my name is admin!").code()).isEqualTo("PASSWORD_HOLDS_NAME");
        assertThat(change(browser, first, first).code()).isEqualTo("PASSWORD_UNCHANGED");
        assertThat(change(browser, first, "two balls and a cushion").status()).isEqualTo(204);
        assertThat(PASSWORD).doesNotExist();
        assertThat(browser.get("/api/v1/vips").status()).isEqualTo(200);
        assertThat(new Browser(port).signIn("admin", first).code()).isEqualTo("SIGN_IN_FAILED");
        assertThat(new Browser(port).signIn("Admin", "two balls and a cushion").status())
                .isEqualTo(200);
    }

    private static Browser.Page change(Browser browser, String current, String wanted) {
        return browser.write("PUT", "/api/v1/session/password", """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(current, wanted));
    }
}
