package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FlowTableTest {
    private static final HashKey KEY = new HashKey(1, 2);
    private static final int TIMEOUT = 30_000;
    private static final long CLIENT = 0xffff_c000_0200L;

    private final CountingOwners owners = new CountingOwners();
    private final FlowTable flows = new FlowTable(64, 40, KEY, owners);
    private SipHash hash = new SipHash(KEY);

    @AfterEach
    void close() {
        flows.close();
    }

    @Test
    void findsWhatWasInsertedAndNothingElse() {
        int entry = insert(key(1), 7, 0);
        assertThat(find(key(1), 0)).isEqualTo(entry);
        assertThat(flows.owner(entry)).isEqualTo(7);
        assertThat(flows.state(entry)).isEqualTo(FlowState.SYN_SEEN);
        assertThat(find(key(2), 0)).isEqualTo(FlowTable.NONE);
    }

    @Test
    void forgetsAtTheDeadlineAlsoWhenTheClockWraps() {
        int start = Integer.MAX_VALUE - 10;
        insert(key(1), 7, start);
        assertThat(find(key(1), start + TIMEOUT - 1)).isNotEqualTo(FlowTable.NONE);
        assertThat(find(key(1), start + TIMEOUT)).isEqualTo(FlowTable.NONE);
        assertThat(flows.size()).isZero();
        assertThat(owners.flows).isZero();
    }

    @Test
    void sweepingForgetsWhatNobodyAsksFor() {
        for (int i = 0; i < 10; i++) {
            insert(key(i), 7, 0);
        }
        flows.expire(64, TIMEOUT - 1);
        assertThat(flows.size()).isEqualTo(10);
        flows.expire(64, TIMEOUT);
        assertThat(flows.size()).isZero();
    }

    @Test
    void hasNoRoomWhileAllAreYoungAndPushesTheOldestOutAfter() {
        for (int i = 0; i < 64; i++) {
            assertThat(flows.hasRoom(0)).isTrue();
            insert(key(i), 7, 0);
        }
        assertThat(flows.hasRoom(FlowTable.PROBATION_MILLIS - 1)).isFalse();
        assertThat(flows.hasRoom(FlowTable.PROBATION_MILLIS)).isTrue();
        insert(key(64), 7, FlowTable.PROBATION_MILLIS);
        assertThat(flows.size()).isEqualTo(64);
        assertThat(find(key(0), FlowTable.PROBATION_MILLIS)).isEqualTo(FlowTable.NONE);
        assertThat(owners.flows).isEqualTo(64);
    }

    @Test
    void protectedFlowsOutliveAFlood() {
        for (int i = 0; i < 16; i++) {
            flows.touch(insert(key(i), 7, 0), FlowState.ESTABLISHED, 900_000, FlowTable.PROBATION_MILLIS);
        }
        int now = FlowTable.PROBATION_MILLIS;
        for (int i = 1_000; i < 101_000; i++) {
            now += 10;
            if (flows.hasRoom(now)) {
                insert(key(i), 7, now);
            }
        }
        for (int i = 0; i < 16; i++) {
            assertThat(find(key(i), now - 200_000)).isNotEqualTo(FlowTable.NONE);
        }
        assertThat(flows.size()).isEqualTo(64);
    }

    @Test
    void onePrefixCannotHaveAllTheProtection() {
        for (int i = 0; i < 48; i++) {
            flows.touch(insert(key(i), 7, 0), FlowState.ESTABLISHED, 900_000, FlowTable.PROBATION_MILLIS);
        }
        long proven = IntStream.range(0, 48)
                .filter(i -> flows.isProven(find(key(i), FlowTable.PROBATION_MILLIS)))
                .count();
        assertThat(proven).isEqualTo(40);
    }

    @Test
    void aClosingFlowIsNotProtected() {
        int entry = insert(key(1), 7, 0);
        flows.touch(entry, FlowState.CLOSING, TIMEOUT, FlowTable.PROBATION_MILLIS);
        assertThat(flows.isProven(entry)).isFalse();
    }

    @Test
    void anotherKeyLosesNothing() {
        for (int i = 0; i < 64; i++) {
            insert(key(i), i, 0);
        }
        flows.rekey(new HashKey(3, 4));
        hash = new SipHash(new HashKey(3, 4));
        for (int i = 0; i < 64; i++) {
            assertThat(flows.owner(find(key(i), 0))).isEqualTo(i);
        }
        flows.expire(64, TIMEOUT);
        assertThat(flows.size()).isZero();
    }

    @Test
    void movingTellsBothOwners() {
        int entry = insert(key(1), 7, 0);
        flows.move(entry, 9);
        assertThat(flows.owner(entry)).isEqualTo(9);
        assertThat(owners.flows).isEqualTo(1);
        assertThat(owners.lastLost).isEqualTo(7);
        assertThat(owners.lastGained).isEqualTo(9);
    }

    private int insert(FlowKey key, int owner, int now) {
        return flows.insert(key, key.hash(hash), owner, FlowState.SYN_SEEN, TIMEOUT, now);
    }

    private int find(FlowKey key, int now) {
        return flows.find(key, key.hash(hash), now);
    }

    private static FlowKey key(int port) {
        FlowKey key = new FlowKey();
        key.sourceLow = CLIENT;
        key.destinationLow = CLIENT + 1;
        key.ports = (long) port << 24 | 80 << 8 | 6;
        return key;
    }

    private static final class CountingOwners implements FlowOwners {
        private int flows;
        private int lastGained;
        private int lastLost;

        @Override
        public void gained(int owner) {
            flows++;
            lastGained = owner;
        }

        @Override
        public void lost(int owner) {
            flows--;
            lastLost = owner;
        }
    }
}
