package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreeVipsTest {
    private static final IpAddress VIP = IpAddress.parse("10.0.0.100");
    private static final IpAddress VIP6 = IpAddress.parse("2001:db8::100");
    private static final IpAddress BACKEND_ADDRESS = IpAddress.parse("10.0.0.21");
    private static final UUID BACKEND = new UUID(0, 1);
    private static final MacAddress BACKEND_MAC = MacAddress.parse("52:54:00:00:00:21");
    private static final MacAddress PEER_MAC = MacAddress.parse("52:54:00:00:00:12");
    private static final MacAddress STRANGER = MacAddress.parse("52:54:00:00:00:66");

    private final List<String> told = new ArrayList<>();
    private final NeighborTable table = new NeighborTable();
    private final Claimants claimants = new Claimants(table);
    private final FreeVips vips = new FreeVips(claimants, new Listener());
    private long now;

    private final class Listener implements NeighborEvents {
        @Override
        public void learned(NeighborLearned neighbor) {}

        @Override
        public void silent(UUID backend, int unanswered) {}

        @Override
        public void found(NeighborFinding finding) {
            told.add(finding.code() + " " + finding.mac());
        }

        @Override
        public void free(IpAddress vip) {
            told.add("free " + vip);
        }
    }

    @BeforeEach
    void knowTheGroup() {
        claimants.meet(Map.of(PEER_MAC, new UUID(0, 2)));
        table.resolve(List.of(new NeighborTarget(BACKEND, BACKEND_ADDRESS)), 0);
        table.heard(new Claim(BACKEND_ADDRESS, BACKEND_MAC), 0);
    }

    @Test
    void threeQuestionsWithoutAnAnswerProveAVipFree() {
        vips.ask(Set.of(VIP, VIP6), now);
        assertThat(questionsIn(DuplicateChecks.PAUSE * 2)).isEqualTo(6);
        assertThat(vips.among(Set.of(VIP, VIP6))).isEmpty();
        assertThat(questionsIn(DuplicateChecks.PAUSE)).isZero();
        assertThat(vips.among(Set.of(VIP, VIP6))).containsExactlyInAnyOrder(VIP, VIP6);
        assertThat(told).containsExactlyInAnyOrder("free " + VIP, "free " + VIP6);
    }

    @Test
    void aStrangersVipIsNotFreeUntilTheStrangerIsSilent() {
        vips.ask(Set.of(VIP), now);
        questionsIn(DuplicateChecks.PAUSE);
        vips.heard(new Claim(VIP, STRANGER));
        questionsIn(DuplicateChecks.PAUSE * 2);
        assertThat(told).containsExactly("FOREIGN_OWNER " + STRANGER);
        assertThat(vips.among(Set.of(VIP))).isEmpty();

        questionsIn(DuplicateChecks.AGAIN);
        questionsIn(DuplicateChecks.PAUSE * 4);
        assertThat(told).last().isEqualTo("free " + VIP);
    }

    @Test
    void whatAPeerStillAnswersForIsTakenOver() {
        vips.ask(Set.of(VIP), now);
        vips.heard(new Claim(VIP, PEER_MAC));
        questionsIn(DuplicateChecks.PAUSE * 3);
        assertThat(told).containsExactly("free " + VIP);
    }

    @Test
    void aBackendThatAnswersIsFoundAndKeepsNobodyFromTheVip() {
        vips.ask(Set.of(VIP), now);
        vips.heard(new Claim(VIP, BACKEND_MAC));
        questionsIn(DuplicateChecks.PAUSE * 3);
        assertThat(told).containsExactly("BACKEND_ANSWERS_ARP " + BACKEND_MAC, "free " + VIP);
    }

    @Test
    void whatIsAskedForNoLongerMustBeProvenAnew() {
        vips.ask(Set.of(VIP), now);
        questionsIn(DuplicateChecks.PAUSE * 3);
        vips.ask(Set.of(), now);
        vips.ask(Set.of(VIP), now);
        assertThat(vips.among(Set.of(VIP))).isEmpty();
        assertThat(questionsIn(DuplicateChecks.PAUSE * 2)).isEqualTo(3);
    }

    /** Lets the time pass in steps of a tick, and counts the questions. */
    private int questionsIn(long nanos) {
        int questions = 0;
        for (long end = now + nanos; now <= end; now += DuplicateChecks.PAUSE / 5) {
            questions += vips.due(now).size();
            vips.conclude(now);
        }
        return questions;
    }
}
