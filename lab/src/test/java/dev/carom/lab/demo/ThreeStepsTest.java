package dev.carom.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.lab.capture.Frame;
import dev.carom.lab.topology.HostName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeStepsTest {
    private final Map<HostName, List<Frame>> frames = new EnumMap<>(ExampleWire.directReturn());

    @Test
    void directReturnHoldsEveryClaim() {
        ThreeSteps steps = find();

        assertThat(steps.forwarded().seenAt()).isEqualTo("backend2");
        assertThat(steps.answer().macOwner()).isEqualTo("router");
        assertThat(steps.claims()).allMatch(Claim::held);
    }

    @Test
    void changedPacketIsNoticed() {
        frames.put(
                HostName.BACKEND2,
                List.of(ExampleWire.frame(ExampleWire.LB1, ExampleWire.BACKEND2, ExampleWire.syn("4500ff"))));

        assertThat(find().claims())
                .filteredOn(claim -> !claim.held())
                .singleElement()
                .satisfies(claim -> assertThat(claim.text()).contains("byte for byte"));
    }

    @Test
    void answerFromTheBackendsOwnAddressIsNoticed() {
        frames.put(
                HostName.ROUTER,
                List.of(ExampleWire.frame(ExampleWire.BACKEND2, ExampleWire.ROUTER, ExampleWire.synAck("10.0.0.22"))));

        assertThat(find().claims())
                .filteredOn(claim -> !claim.held())
                .singleElement()
                .satisfies(claim -> assertThat(claim.text()).contains("from the VIP"));
    }

    @Test
    void missingStepIsNamed() {
        frames.remove(HostName.BACKEND2);

        assertThatThrownBy(this::find).hasMessage("no backend saw the client's packet");
    }

    private ThreeSteps find() {
        return ThreeSteps.find(new Wire(frames, ExampleWire.MACS), ExampleWire.CLIENT, ExampleWire.VIP);
    }
}
