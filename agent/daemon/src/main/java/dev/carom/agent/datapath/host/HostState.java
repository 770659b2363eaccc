package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.datapath.InterfaceLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the agent changed on this host, as its originals on disk tell. */
public final class HostState {
    private static final Logger LOG = LoggerFactory.getLogger(HostState.class);
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private HostState() {}

    /**
     * Makes the links fit to forward. The originals are on disk before anything changes; those of an earlier start, that
     * was killed, are kept.
     *
     * @throws HostChangeException naming what could not be read, kept or changed
     */
    public static void prepare(DataPathSettings settings, List<AttachedInterface> links) {
        OriginalsFile file = new OriginalsFile(settings.stateDirectory());
        Originals originals = file.read().filter(HostState::ofThisBoot).orElseGet(() -> Originals.none(bootId()));
        for (AttachedInterface link : links) {
            if (!originals.knows(link.name(), link.kernelIndex())) {
                Map<String, Boolean> offloads = ReceiveCoalescing.read(link.name());
                originals = originals.with(link.name(), new Originals.Link(link.kernelIndex(), offloads));
            }
        }
        file.write(originals);
        for (AttachedInterface link : links) {
            switch (settings.offloads()) {
                case LEAVE -> {}
                case OFF -> ReceiveCoalescing.write(link.name(), allOff(originals, link.name()));
                case AUTO -> switchOffWhereTheLinkLets(link.name(), allOff(originals, link.name()));
            }
        }
    }

    private static void switchOffWhereTheLinkLets(String link, Map<String, Boolean> off) {
        try {
            ReceiveCoalescing.write(link, off);
        } catch (HostChangeException refused) {
            LOG.warn("{}; super-frames, should they arrive, will be dropped and found", refused.getMessage());
        }
    }

    /**
     * Puts everything back as it was before the first start, also after the agent was killed. Does nothing when there is
     * nothing to put back. The data path must be closed.
     *
     * @throws HostChangeException naming what could not be put back; the originals then stay on disk for another try
     */
    public static void detach(Path stateDirectory) {
        OriginalsFile file = new OriginalsFile(stateDirectory);
        Optional<Originals> originals = file.read();
        originals.filter(HostState::ofThisBoot).ifPresent(HostState::restore);
        file.delete();
    }

    private static void restore(Originals originals) {
        KernelGuard.remove();
        originals.links().forEach((name, link) -> {
            if (InterfaceLookup.isThere(name, link.kernelIndex())) {
                ReceiveCoalescing.write(name, link.offloads());
            }
        });
    }

    private static Map<String, Boolean> allOff(Originals originals, String name) {
        Originals.Link link = originals.links().get(name);
        return link == null
                ? Map.of()
                : link.offloads().keySet().stream().collect(Collectors.toMap(feature -> feature, feature -> false));
    }

    /** The changes did not outlive a reboot: nor do the originals. */
    private static boolean ofThisBoot(Originals originals) {
        return originals.bootId().equals(bootId());
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException failure) {
            throw new HostChangeException("cannot read " + BOOT_ID, failure);
        }
    }
}
