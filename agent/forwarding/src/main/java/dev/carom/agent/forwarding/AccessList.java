package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import java.util.List;

/** Which sources a listener admits: not the denied, and of the allowed only, where some are named. Immutable. */
final class AccessList {
    private final Prefixes allowed;
    private final Prefixes denied;

    AccessList(List<IpPrefix> allowed, List<IpPrefix> denied) {
        this.allowed = new Prefixes(allowed);
        this.denied = new Prefixes(denied);
    }

    boolean admits(long sourceHigh, long sourceLow) {
        return !denied.contain(sourceHigh, sourceLow) && (allowed.isEmpty() || allowed.contain(sourceHigh, sourceLow));
    }

    @Override
    public String toString() {
        return "allowed=" + allowed.list + " denied=" + denied.list;
    }

    /** Bits and masks in arrays: the hot path makes no address objects. */
    private static final class Prefixes {
        private final List<IpPrefix> list;
        private final long[] bits;
        private final boolean[] ipv4;

        Prefixes(List<IpPrefix> prefixes) {
            list = prefixes.stream().distinct().sorted(AccessList::compare).toList();
            bits = new long[list.size() * 4];
            ipv4 = new boolean[list.size()];
            for (int i = 0; i < list.size(); i++) {
                IpAddress address = list.get(i).address();
                ipv4[i] = address.isIpv4();
                int length = list.get(i).length() + (address.isIpv4() ? 96 : 0);
                bits[4 * i] = address.high();
                bits[4 * i + 1] = address.low();
                bits[4 * i + 2] = length >= 64 ? -1L : length == 0 ? 0 : -1L << 64 - length;
                bits[4 * i + 3] = length >= 128 ? -1L : length <= 64 ? 0 : -1L << 128 - length;
            }
        }

        boolean isEmpty() {
            return bits.length == 0;
        }

        boolean contain(long high, long low) {
            boolean isIpv4 = SourceMask.isIpv4(high, low);
            for (int i = 0; i < bits.length; i += 4) {
                if (ipv4[i >> 2] == isIpv4 && (high & bits[i + 2]) == bits[i] && (low & bits[i + 3]) == bits[i + 1]) {
                    return true;
                }
            }
            return false;
        }
    }

    private static int compare(IpPrefix a, IpPrefix b) {
        int byAddress = a.address().compareTo(b.address());
        return byAddress != 0 ? byAddress : Integer.compare(a.length(), b.length());
    }
}
