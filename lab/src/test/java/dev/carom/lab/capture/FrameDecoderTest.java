package dev.carom.lab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final String ETHERNET = "02ca0000010b" + "02ca00000101";
    private static final String SYN_PACKET = "45000028000140003f06" + "0000" + "c633640a" + "0a000064" + "c0010050"
            + "0000000100000000" + "5002ffff00000000";

    @Test
    void tcpPacketWithoutItsPadding() {
        Frame frame = decode(ETHERNET + "0800" + SYN_PACKET + "000000000000");

        assertThat(frame.destinationMac()).isEqualTo("02:ca:00:00:01:0b");
        assertThat(frame.sourceMac()).isEqualTo("02:ca:00:00:01:01");
        Frame.Ip packet = (Frame.Ip) frame.payload();
        assertThat(packet)
                .isEqualTo(new Frame.Ip("198.51.100.10", "10.0.0.100", Protocol.TCP, 49153, 80, 2, SYN_PACKET));
        assertThat(packet.opensConnection()).isTrue();
        assertThat(packet.acceptsConnection()).isFalse();
    }

    @Test
    void gratuitousArp() {
        Frame frame = decode("ffffffffffff02ca0000010b" + "0806" + "0001080006040001" + "02ca0000010b0a000064"
                + "0000000000000a000064");

        Frame.Arp arp = (Frame.Arp) frame.payload();
        assertThat(arp).isEqualTo(new Frame.Arp(1, "02:ca:00:00:01:0b", "10.0.0.100", "10.0.0.100"));
        assertThat(arp.isGratuitous()).isTrue();
    }

    @Test
    void ipv6UdpPacket() {
        String header = "60000000" + "0008" + "11" + "40" + "20010db8000200000000000000000010"
                + "20010db8000100000000000000000100";
        Frame frame = decode(ETHERNET + "86dd" + header + "1388003500080000");

        assertThat(frame.payload())
                .isEqualTo(new Frame.Ip(
                        "2001:db8:2:0:0:0:0:10",
                        "2001:db8:1:0:0:0:0:100",
                        Protocol.UDP,
                        5000,
                        53,
                        0,
                        header + "1388003500080000"));
    }

    @Test
    void laterFragmentHasNoPorts() {
        Frame.Ip packet = (Frame.Ip)
                decode(ETHERNET + "0800" + "4500001c0001" + "00b9" + "3f110000c63364320a000064" + "1388003500080000")
                        .payload();

        assertThat(packet.isFragment()).isTrue();
        assertThat(packet.sourcePort()).isZero();
        assertThat(packet.length()).isEqualTo(28);
        assertThat(packet.hopLimit()).isEqualTo(63);
    }

    @Test
    void tagBeforeThePacket() {
        Frame frame = decode(ETHERNET + "8100" + "6064" + "0800" + SYN_PACKET);

        assertThat(frame.payload())
                .isEqualTo(new Frame.Tagged(
                        100, new Frame.Ip("198.51.100.10", "10.0.0.100", Protocol.TCP, 49153, 80, 2, SYN_PACKET)));
    }

    @Test
    void reportOfTheMulticastGroupsJoinedAndLeft() {
        String header = "60000000" + "0038" + "00" + "01" + "fe800000000000000000000000000001"
                + "ff020000000000000000000000000016";
        String records =
                "04000000" + "ff0200000000000000000001ff000100" + "03000000" + "ff0200000000000000000001ff000101";
        Frame frame = decode(ETHERNET + "86dd" + header + "3a00050200000100" + "8f00000000000002" + records);

        assertThat(frame.payload())
                .isEqualTo(new Frame.MulticastReport(
                        List.of("ff02:0:0:0:0:1:ff00:100"), List.of("ff02:0:0:0:0:1:ff00:101")));
    }

    @Test
    void unknownEtherTypeIsKeptAsSuch() {
        assertThat(decode(ETHERNET + "88cc" + "0000").payload()).isEqualTo(new Frame.Other(0x88cc));
    }

    private static Frame decode(String hex) {
        return FrameDecoder.decode(Instant.EPOCH, HexFormat.of().parseHex(hex));
    }
}
