package dev.carom.agent.diagnose;

import dev.carom.agent.packet.IpAddress;

/** The commands that mend a fault, to be run on the backend as root; one set for each system. */
final class Remedies {
    private final IpAddress vip;
    private final IpAddress backend;
    private final String mac;

    /** @param mac what answers for the backend's address, for the operator to pin */
    Remedies(Subject subject, String mac) {
        this.vip = subject.vip().address();
        this.backend = subject.backend().address();
        this.mac = mac;
    }

    String of(Suspicion suspicion, Platform platform) {
        String port = suspicion
                .service()
                .map(service -> Integer.toString(service.port()))
                .orElse("");
        return switch (platform) {
            case LINUX -> linux(suspicion.code(), port);
            case FREEBSD -> freebsd(suspicion.code(), port);
            case WINDOWS -> windows(suspicion.code(), port);
        };
    }

    private String linux(FaultCode code, String port) {
        String quiet = "sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2";
        String hold = vip.isIpv4()
                ? quiet + " && ip addr add " + vip + "/32 dev lo"
                : "ip -6 addr add " + vip + "/128 dev lo nodad";
        return switch (code) {
            case VIP_NOT_ON_LOOPBACK, BOUNCED -> hold;
            case BACKEND_ANSWERS_ARP -> vip.isIpv4() ? quiet : "ip -6 addr flush to " + vip + "/128 && " + hold;
            case DAD_FAILED -> "ip -6 addr flush to " + vip + "/128 && " + hold;
            case SERVICE_NOT_ON_VIP ->
                "ss -Hltunp 'sport = :" + port + "'   # then let that program listen on " + vip + " or on any address";
            case PORT_REFUSED -> "ss -Hltunp 'sport = :" + port + "'   # empty: start the service; its port is " + port;
            case FILTERED ->
                "nft insert rule inet filter input " + (vip.isIpv4() ? "ip" : "ip6") + " daddr " + vip + " accept";
            case RP_FILTER -> "sysctl -w net.ipv4.conf.all.rp_filter=2";
            case RETURN_MTU -> "ip link set dev \"$(ip -o addr show to " + backend + " | awk '{print $2}')\" mtu 1500";
            case UNRESOLVED, WRONG_MAC -> anywhere(code);
        };
    }

    private String freebsd(FaultCode code, String port) {
        String hold = vip.isIpv4()
                ? "ifconfig lo0 alias " + vip + " netmask 255.255.255.255"
                : "ifconfig lo0 inet6 " + vip + " prefixlen 128 alias";
        String release = "ifconfig \"$(route -n get " + backend + " | awk '/interface:/{print $2}')\" "
                + (vip.isIpv4() ? "" : "inet6 ") + vip + " -alias; ";
        return switch (code) {
            case VIP_NOT_ON_LOOPBACK, BOUNCED -> hold;
            case BACKEND_ANSWERS_ARP, DAD_FAILED -> release + hold;
            case SERVICE_NOT_ON_VIP ->
                "sockstat -l -p " + port + "   # then let that program listen on " + vip + " or on any address";
            case PORT_REFUSED -> "sockstat -l -p " + port + "   # empty: start the service; its port is " + port;
            case FILTERED -> "pfctl -sr   # then let traffic to " + vip + " pass";
            case RP_FILTER -> "sysctl net.inet.ip.source_address_validation=0";
            case RETURN_MTU -> "ifconfig \"$(route -n get " + backend + " | awk '/interface:/{print $2}')\" mtu 1500";
            case UNRESOLVED, WRONG_MAC -> anywhere(code);
        };
    }

    private String windows(FaultCode code, String port) {
        String hold = "New-NetIPAddress -InterfaceAlias 'Carom loopback' -IPAddress " + vip + " -PrefixLength "
                + (vip.isIpv4() ? 32 : 128) + " -SkipAsSource $true";
        String release = "Remove-NetIPAddress -IPAddress " + vip + " -Confirm:$false; ";
        return switch (code) {
            case VIP_NOT_ON_LOOPBACK, BOUNCED -> hold;
            case BACKEND_ANSWERS_ARP, DAD_FAILED -> release + hold;
            case SERVICE_NOT_ON_VIP ->
                "Get-NetTCPConnection -State Listen -LocalPort " + port + "   # then let it listen on " + vip;
            case PORT_REFUSED ->
                "Get-NetTCPConnection -State Listen -LocalPort " + port + "   # an error: start the service";
            case FILTERED ->
                "New-NetFirewallRule -DisplayName 'Carom " + vip + "' -Direction Inbound -LocalAddress " + vip
                        + " -Action Allow";
            case RP_FILTER -> "Get-NetIPInterface | Set-NetIPInterface -WeakHostReceive Enabled -WeakHostSend Enabled";
            case RETURN_MTU -> "Get-NetIPAddress -IPAddress " + backend + " | Set-NetIPInterface -NlMtuBytes 1500";
            case UNRESOLVED, WRONG_MAC -> anywhere(code);
        };
    }

    /** These are not mended by a command on the backend. */
    private String anywhere(FaultCode code) {
        return code == FaultCode.WRONG_MAC
                ? "In Carom: set the backend's macAddress to " + mac + ", or to null to let nodes resolve it"
                : "Start the host, or set the backend's address to the one that it has on this segment";
    }

    /** Read-only; run on the backend, it tells the faults apart that were named together. Linux alone. */
    String decide(FaultCode code, Platform platform) {
        if (platform != Platform.LINUX) {
            return "";
        }
        return switch (code) {
            case RP_FILTER -> "nstat -asz TcpExtIPReversePathFilter   # grows while it is probed: RP_FILTER";
            case VIP_NOT_ON_LOOPBACK -> "ip -o addr show to " + vip + "   # empty: VIP_NOT_ON_LOOPBACK";
            default -> "";
        };
    }
}
