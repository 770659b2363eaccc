package dev.carom.controlplane.rollout;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.ResourceType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps when each node climbed which rung, and tells when a group is through, or a node refuses. */
@Component
public class RolloutSteps {
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Events events;
    private final Timer push;

    RolloutSteps(JdbcClient jdbc, JsonMapper json, Events events, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.push = Timer.builder("carom.push")
                .description("From a group's new state to its verification by one of its nodes")
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30))
                .register(meters);
    }

    /** The first time of a rung stands; what is repeated changes nothing. */
    @Transactional
    public void climbed(Acknowledgement step) {
        Stage stage = step.stage();
        boolean news = jdbc.sql("""
                        insert into node_rollout
                          (node_id, epoch, revision, received_at, applied_at, verified_at, rejected_at, errors)
                        values (:node, :epoch, :revision, :at, :applied, :verified, :rejected, :errors::jsonb)
                        on conflict (node_id, epoch, revision) do update set
                          applied_at = coalesce(node_rollout.applied_at, excluded.applied_at),
                          verified_at = coalesce(node_rollout.verified_at, excluded.verified_at),
                          rejected_at = coalesce(node_rollout.rejected_at, excluded.rejected_at),
                          errors = excluded.errors
                        returning (:verified::timestamptz is not null and old.verified_at is null)
                          or (:rejected::timestamptz is not null and old.rejected_at is null)
                        """)
                .param("node", step.nodeId())
                .param("epoch", step.id().epoch())
                .param("revision", step.id().revision())
                .param("at", Timestamp.from(step.at()))
                .param("applied", at(step, stage == Stage.APPLIED || stage == Stage.VERIFIED))
                .param("verified", at(step, stage == Stage.VERIFIED))
                .param("rejected", at(step, stage == Stage.REJECTED))
                .param("errors", json.writeValueAsString(step.errors()))
                .query(Boolean.class)
                .single();
        if (news && stage == Stage.VERIFIED) {
            verified(step);
        } else if (news) {
            rejected(step);
        }
    }

    private static @Nullable Timestamp at(Acknowledgement step, boolean reached) {
        return reached ? Timestamp.from(step.at()) : null;
    }

    private void verified(Acknowledgement step) {
        jdbc.sql("""
                        select started_at from group_rollout join node using (node_group_id)
                        where node.id = ? and epoch = ? and revision = ?
                        """)
                .params(step.nodeId(), step.id().epoch(), step.id().revision())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .ifPresent(started -> push.record(since(started, step.at())));
        record Done(UUID group, String name) {}
        List<Happening> done = jdbc
                .sql("""
                        update group_rollout set completed_at = :at
                        where epoch = :epoch and revision = :revision and completed_at is null
                          and node_group_id = (select node_group_id from node where id = :node)
                          and not exists (
                            select from node where node.node_group_id = group_rollout.node_group_id and not exists (
                              select from node_acknowledgement where node_id = node.id and stage = 'VERIFIED'
                                and (node_acknowledgement.epoch, node_acknowledgement.revision) >= (:epoch, :revision)))
                        returning node_group_id, (select name from node_group where id = node_group_id)
                        """)
                .param("at", Timestamp.from(step.at()))
                .param("epoch", step.id().epoch())
                .param("revision", step.id().revision())
                .param("node", step.nodeId())
                .query((row, number) -> new Done(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .map(group -> new Happening(
                        "rollout.done",
                        ResourceType.NODE_GROUP.noun(),
                        group.group(),
                        "All nodes of " + group.name() + " have verified revision "
                                + step.id().revision()))
                .toList();
        events.publish(done);
    }

    private void rejected(Acknowledgement step) {
        String name = jdbc.sql("select name from node where id = ?")
                .param(step.nodeId())
                .query(String.class)
                .single();
        String reason = step.errors().stream()
                .findFirst()
                .map(error -> ": " + error.code() + ", " + error.message())
                .orElse("");
        events.publish(new Happening(
                "rollout.rejected",
                ResourceType.NODE.noun(),
                step.nodeId(),
                "Node " + name + " refuses revision " + step.id().revision() + reason));
    }

    /** The clocks of replicas may differ a little: never negative. */
    private static Duration since(Instant start, Instant end) {
        Duration time = Duration.between(start, end);
        return time.isNegative() ? Duration.ZERO : time;
    }

    @Scheduled(fixedDelay = 3_600_000)
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from node_rollout where received_at < now() - ?::interval")
                .param(KEPT.toDays() + " days")
                .update();
        jdbc.sql("delete from group_rollout where started_at < now() - ?::interval")
                .param(KEPT.toDays() + " days")
                .update();
    }
}
