package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Addresses of one family, inclusive at both ends; written {@code 192.0.2.0/28} or {@code 192.0.2.10-192.0.2.20}. */
record AddressRange(IpAddress first, IpAddress last) {
    AddressRange {
        if (Family.of(first) != Family.of(last) || number(first).compareTo(number(last)) > 0) {
            throw new IllegalArgumentException(
                    "a range of addresses is of one family, the lower one first: " + first + "-" + last);
        }
    }

    /** @throws IllegalArgumentException if the text is no range and no subnet */
    static AddressRange parse(String text) {
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return new AddressRange(
                    IpAddress.parse(text.substring(0, dash).strip()),
                    IpAddress.parse(text.substring(dash + 1).strip()));
        }
        Subnet subnet = Subnet.parse(text.strip());
        int bits = 8 * subnet.address().toBytes().length - subnet.length();
        BigInteger last =
                number(subnet.address()).add(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        return new AddressRange(subnet.address(), address(last, subnet.address()));
    }

    Family family() {
        return Family.of(first);
    }

    boolean contains(IpAddress address) {
        return Family.of(address) == family()
                && number(first).compareTo(number(address)) <= 0
                && number(address).compareTo(number(last)) <= 0;
    }

    /** The lowest that is not taken; it looks at one more than are taken, however large the range. */
    Optional<IpAddress> lowestFree(Predicate<IpAddress> taken) {
        BigInteger end = number(last);
        for (BigInteger next = number(first); next.compareTo(end) <= 0; next = next.add(BigInteger.ONE)) {
            IpAddress address = address(next, first);
            if (!taken.test(address)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.toBytes());
    }

    private static IpAddress address(BigInteger number, IpAddress like) {
        byte[] bytes = new byte[like.toBytes().length];
        byte[] digits = number.toByteArray();
        int length = Math.min(digits.length, bytes.length);
        System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
        try {
            return new IpAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(Arrays.toString(bytes), impossible);
        }
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
