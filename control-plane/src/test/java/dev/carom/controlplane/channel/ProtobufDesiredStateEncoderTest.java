package dev.carom.controlplane.channel;

import static dev.carom.controlplane.rollout.Sample.backend;
import static dev.carom.controlplane.rollout.Sample.id;
import static dev.carom.controlplane.rollout.Sample.listener;
import static dev.carom.controlplane.rollout.Sample.monitor;
import static dev.carom.controlplane.rollout.Sample.node;
import static dev.carom.controlplane.rollout.Sample.pool;
import static dev.carom.controlplane.rollout.Sample.vip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.NodePriority;
import dev.carom.contract.v1.PortRange;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.rollout.ConfigurationExcerpt;
import dev.carom.controlplane.rollout.DesiredStateAssembler;
import dev.carom.controlplane.rollout.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtobufDesiredStateEncoderTest {
    private final NodeGroup group = Sample.group(1, 2, 3);
    private final Pool web = pool(31, 0, 41);

    @Test
    void equalConfigurationsAreEqualBytesInWhateverOrderTheyWereRead() {
        var one = configuration(true);
        var other = configuration(false);
        assertThat(encode(one)).isEqualTo(encode(other));
    }

    @Test
    void whatIsConfiguredStandsInTheMessage() throws Exception {
        DesiredState state = DesiredState.parseFrom(encode(configuration(true)));
        assertThat(state.getNodeGroupId()).isEqualTo(Ids.toBytes(id(1)));
        assertThat(state.getHashKey().size()).isEqualTo(16);
        assertThat(state.getNetworks(0).getSubnets(0).getLength()).isEqualTo(24);
        assertThat(state.getListeners(0).getPortsList())
                .containsExactly(
                        PortRange.newBuilder().setFirst(80).setLast(80).build(),
                        PortRange.newBuilder().setFirst(443).setLast(443).build());
        assertThat(state.getPools(0).getMonitorId()).isEqualTo(Ids.toBytes(id(41)));
        assertThat(state.getPools(0).getSlowStartMs()).isEqualTo(30_000);
        assertThat(state.getPools(0).getFallbackPoolId().isEmpty()).isTrue();
        assertThat(state.getPools(0).getBackends(0).getState()).isEqualTo(AdminState.ADMIN_STATE_ENABLED);
        assertThat(state.getPools(0).getBackends(0).getMac().isEmpty())
                .as("resolve it")
                .isTrue();
        assertThat(state.getVirtualRouters(0).getPriorityByNodeList())
                .extracting(NodePriority::getNodeId)
                .containsExactly(Ids.toBytes(id(2)), Ids.toBytes(id(3)));
    }

    private byte[] encode(ConfigurationExcerpt configuration) {
        return new ProtobufDesiredStateEncoder().encode(new DesiredStateAssembler(configuration).assemble(group));
    }

    private ConfigurationExcerpt configuration(boolean forwards) {
        return new ConfigurationExcerpt(
                List.of(group),
                order(forwards, node(2, 1), node(3, 1)),
                order(forwards, vip(11, 1), vip(12, 1)),
                order(forwards, listener(21, 11, 31), listener(22, 12, 31)),
                List.of(web),
                order(forwards, backend(51, web), backend(52, web)),
                List.of(monitor(41)));
    }

    private static <T> List<T> order(boolean forwards, T one, T other) {
        return forwards ? List.of(one, other) : List.of(other, one);
    }
}
