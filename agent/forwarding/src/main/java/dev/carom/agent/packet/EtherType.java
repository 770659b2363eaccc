package dev.carom.agent.packet;

/** EtherTypes, as IEEE registers them. */
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int VLAN = 0x8100;
    public static final int IPV6 = 0x86dd;
    /** The outer tag of IEEE 802.1ad. */
    public static final int SERVICE_VLAN = 0x88a8;

    private EtherType() {}
}
