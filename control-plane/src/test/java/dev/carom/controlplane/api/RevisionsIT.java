package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.TestDatabase;
import dev.carom.controlplane.api.Api.Answer;
import dev.carom.controlplane.config.Revisions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every change is a numbered revision that can be read, rebuilt and never rewritten. */
@ControlPlaneTest
class RevisionsIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Autowired
    TestDatabase.Owner owner;

    @Autowired
    Revisions revisions;

    private Api api;
    private Site site;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
    }

    @Test
    void showsEachResourceBeforeAndAfter() {
        Answer patched = api.patch("/vips/" + site.vip(), "{\"adminState\": \"DISABLED\"}", "*")
                .expect(200);
        JsonNode revision =
                api.get("/revisions/" + patched.revision()).expect(200).json();
        assertThat(revision.get("actor").asString()).isEqualTo("bootstrap");
        JsonNode change = revision.at("/changes/0");
        assertThat(change.get("action").asString()).isEqualTo("UPDATED");
        assertThat(change.at("/before/adminState").asString()).isEqualTo("ENABLED");
        assertThat(change.at("/after/adminState").asString()).isEqualTo("DISABLED");
        assertThat(api.get("/revisions?limit=1").json().at("/items/0/number").asLong())
                .isEqualTo(patched.revision());
        // What happens to nodes of other tests is told in between.
        assertThat(api.get("/events?limit=1&filter=resourceId=" + site.vip())
                        .json()
                        .at("/items/0/type")
                        .asString())
                .isEqualTo("vip.changed");
        assertThat(api.get("/audit?limit=1").json().at("/items/0/revision").asLong())
                .isEqualTo(patched.revision());
    }

    @Test
    void oldContentCanBeRebuiltAfterChangeAndDeletion() {
        long created = site.listen("80").expect(201).revision();
        List<Revisions.Content> before = revisions.contentAt(created);
        api.patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": 5}", "*").expect(200);
        long deleted = api.delete("/vips/" + site.vip(), "*").expect(204).revision();

        assertThat(revisions.contentAt(created)).isEqualTo(before);
        assertThat(ids(before)).contains(UUID.fromString(site.vip()));
        assertThat(ids(revisions.contentAt(deleted))).doesNotContain(UUID.fromString(site.vip()));
        assertThat(api.get("/revisions/" + deleted).json().get("changes"))
                .as("the VIP and its listener")
                .hasSize(2);
    }

    @Test
    void historyRefusesToBeRewritten() {
        for (String statement :
                List.of("UPDATE revision_change SET after = '{}'", "DELETE FROM revision", "DELETE FROM audit_entry")) {
            assertThatThrownBy(() -> sql.sql(statement).update())
                    .as("by the role that serves requests")
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> byTheOwner(statement))
                    .as("by the owner of the tables")
                    .hasMessageContaining("is history");
        }
    }

    private void byTheOwner(String statement) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    void listenersOfTheDatabaseHearOfEachCommittedRevision() throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("LISTEN carom_revision");
            long revision = site.backend("b", site.address(21)).expect(201).revision();
            site.backend("b", site.address(22)).refused(409, "NAME_TAKEN");
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(120_000);
            assertThat(Arrays.stream(heard).map(PGNotification::getParameter)).containsExactly(Long.toString(revision));
            connection.createStatement().execute("UNLISTEN *");
        }
    }

    private static List<UUID> ids(List<Revisions.Content> contents) {
        return contents.stream().map(Revisions.Content::resourceId).toList();
    }
}
