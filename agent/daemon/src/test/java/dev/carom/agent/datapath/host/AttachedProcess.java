package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.datapath.pcap.PcapDataPath;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.packet.MacAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process with a data path that serves {@link TestVip} until it is killed. */
final class AttachedProcess {
    static final String READY = "attached";

    private AttachedProcess() {}

    static void main(String[] arguments) throws InterruptedException {
        DataPathSettings settings = new DataPathSettings(
                List.of("eth0"), Path.of(arguments[0]), Offloads.AUTO, ForwarderSettings.defaults());
        DataPath dataPath = PcapDataPath.attach(settings, new ControlFrames(), () -> {});
        dataPath.apply(TestVip.table(
                dataPath.interfaces().getFirst(),
                MacAddress.parse("52:54:00:00:00:01"),
                MacAddress.parse("52:54:00:00:00:02")));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
