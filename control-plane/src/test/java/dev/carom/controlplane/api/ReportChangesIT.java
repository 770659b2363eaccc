package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.HealthState;
import dev.carom.controlplane.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A node tells all once, and then what is different. */
class ReportChangesIT extends ReportedSite {
    private static final long LONG_AGO_MILLIS = 100_000_000;

    @Test
    void whatIsLeftOutIsStillSo() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            tellAll(node);
            assertThat(node.change(report -> report.setCounters(ReportingNode.flows(backend, 6))))
                    .isEqualTo(200);

            JsonNode shown = api.get("/backends/" + backend).expect(200).json();
            assertThat(shown.get("operatingStatus").asString()).isEqualTo("ONLINE");
            assertThat(shown.get("flows").asLong()).isEqualTo(6);
            assertThat(shown.get("observedMac").asString()).isEqualTo("52:54:00:00:00:21");
            assertThat(shown.get("observedMacAgeMs").asLong())
                    .as("confirmed since")
                    .isBetween(100L, LONG_AGO_MILLIS - 1);
            JsonNode health = shown.get("health").get(0);
            assertThat(health.get("reason").asString()).isEqualTo("200");
        }
    }

    @Test
    void whatIsDifferentIsAnEventOnceAndGoesBackWhenItIsNotToldAnyMore() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port);
                EventReader reader = api.watch("", null)) {
            tellAll(node);
            node.change(report -> report.addHealth(
                    ReportingNode.health(listener, backend, HealthState.HEALTH_STATE_DOWN, "refused")));
            reader.next(about("backend.down", backend), "backend.down");
            assertThat(status("/backends/" + backend, "operatingStatus")).isEqualTo("OFFLINE");

            node.change(report -> report);
            reader.next(about("backend.up", backend), "backend.up");
            assertThat(status("/backends/" + backend, "operatingStatus")).isEqualTo("ONLINE");
        }
    }

    /** Reports are not logged: a database that crashed has none. */
    @Test
    void changesToAReportThatTheDatabaseLostAreRefusedUntilAllIsToldAgain(@Autowired TestDatabase.Owner owner)
            throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            tellAll(node);
            try (Connection database = owner.connect();
                    Statement statement = database.createStatement()) {
                statement.execute("delete from node_report where node_id = '" + site.node() + "'");
            }
            assertThat(node.change(report -> report)).isEqualTo(400);
            tellAll(node);
            assertThat(node.change(report -> report)).isEqualTo(200);
        }
    }

    @Test
    void aWholeReportLeavesNothingOfTheChangesBeforeIt() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            tellAll(node);
            node.change(report -> report.setCounters(ReportingNode.flows(backend, 6)));
            tellAll(node);
            assertThat(api.get("/backends/" + backend).json().get("flows").asLong())
                    .isEqualTo(5);
            assertThat(node.change(report -> report)).isEqualTo(200);
            assertThat(api.get("/backends/" + backend).json().get("flows").asLong())
                    .isEqualTo(5);
        }
    }

    @Test
    void changesOfWhatWasNeverToldAreRefused() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            node.report(report -> report);
            assertThat(node.change(report -> report.setCounters(ReportingNode.flows(backend, 6))))
                    .isEqualTo(400);
        }
    }

    /** As far as arithmetic goes, or from the future. */
    @Test
    void absurdAgesAreReadAsOldOrAsNow() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            for (long age : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
                node.report(
                        report -> report.addNeighbors(ReportingNode.neighbor(backend, "52:54:00:00:00:21").toBuilder()
                                .setAgeMs(age)));
                assertThat(api.get("/backends/" + backend)
                                .expect(200)
                                .json()
                                .get("observedMacAgeMs")
                                .asLong())
                        .isNotNegative();
            }
        }
    }

    @Test
    void changesOfANodeThatToldNothingAreRefused() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            assertThat(node.change(report -> report)).isEqualTo(400);
        }
    }

    private void tellAll(ReportingNode node) throws Exception {
        node.report(
                report -> report.addHealth(ReportingNode.health(listener, backend, HealthState.HEALTH_STATE_UP, "200"))
                        .addNeighbors(ReportingNode.neighbor(backend, "52:54:00:00:00:21"))
                        .setCounters(ReportingNode.flows(backend, 5)));
    }
}
