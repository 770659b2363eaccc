package dev.carom.agent.forwarding.golden;

import dev.carom.agent.packet.EtherType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A frame of a vector, written as hex or layer by layer, the outermost first: {@link FrameLayer} reads one of them. */
final class FrameText {
    private static final String NODE_MAC = "02:00:00:00:01:01";
    private static final String ROUTER_MAC = "02:00:00:00:00:fe";
    private static final HexFormat HEX = HexFormat.of();
    private static final HexFormat MAC = HexFormat.ofDelimiter(":");

    private FrameText() {}

    /** {@code ipv4 192.0.2.10 > 10.0.0.100 / udp 40000 > 53 / data hello}, with an {@code eth} layer where it matters. */
    static byte[] bytes(String text) {
        if (!text.startsWith("eth") && !text.startsWith("ip")) {
            return HEX.parseHex(text.replaceAll("\\s", ""));
        }
        String full = text.startsWith("eth") ? text : "eth / " + text;
        List<FrameLayer> layers =
                Arrays.stream(full.split(" / ")).map(FrameLayer::parse).toList();
        return ethernet(layers.getFirst(), layers.subList(1, layers.size()));
    }

    private static byte[] ethernet(FrameLayer layer, List<FrameLayer> inner) {
        byte[] packet = PacketText.bytes(inner);
        ByteBuffer frame = ByteBuffer.allocate(22 + packet.length)
                .put(MAC.parseHex(layer.text("to", NODE_MAC)))
                .put(MAC.parseHex(layer.text("from", ROUTER_MAC)));
        for (String tag : List.of("outer", "vlan")) {
            if (layer.has(tag)) {
                frame.putShort((short) (tag.equals("outer") ? EtherType.SERVICE_VLAN : EtherType.VLAN))
                        .putShort((short) (layer.number("priority", 0) << 13 | layer.number(tag, 0)));
            }
        }
        frame.putShort((short) (inner.getFirst().name().equals("ipv4") ? EtherType.IPV4 : EtherType.IPV6))
                .put(packet);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
