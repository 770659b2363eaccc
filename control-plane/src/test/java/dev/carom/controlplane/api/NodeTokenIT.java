package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.security.NodeTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node's token is shown once and kept as a hash only. */
@ControlPlaneTest
class NodeTokenIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    NodeTokens tokens;

    @Test
    void isShownOnceKeptHashedAndReplacedByTheNext() {
        Api api = new Api(port);
        Site site = Site.create(api);
        var created = api.post(
                        "/nodes",
                        "{\"name\": \"second-%d\", \"nodeGroupId\": \"%s\"}".formatted(site.number(), site.group()))
                .expect(201);
        String token = created.text("token");
        assertThat(token).startsWith("carom_node_").hasSizeGreaterThan(50);
        assertThat(api.get("/nodes/" + created.id()).json().has("token")).isFalse();
        assertThat(sql.sql("SELECT string_agg(t::text, ' ') FROM node_token t")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(sql.sql("SELECT string_agg(c::text, ' ') FROM revision_change c")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(tokens.authenticate(token).map(NodeTokens.Holder::node)).contains(UUID.fromString(created.id()));

        String renewed = api.send("POST", "/nodes/" + created.id() + "/token", null, null)
                .expect(200)
                .text("token");
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(tokens.authenticate(renewed).map(NodeTokens.Holder::node)).contains(UUID.fromString(created.id()));

        api.delete("/nodes/" + created.id(), "*").expect(204);
        assertThat(tokens.authenticate(renewed)).isEmpty();
        assertThat(tokens.authenticate("carom_node_")).isEmpty();
        assertThat(tokens.authenticate("")).isEmpty();
    }
}
