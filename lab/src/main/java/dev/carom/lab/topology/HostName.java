package dev.carom.lab.topology;

import java.util.List;
import java.util.Locale;

/** The hosts of the lab. The number is the last byte of the host's addresses and of its MAC. */
public enum HostName {
    ROUTER("rt", 1),
    /** Between a balancer's VLAN and the backends' segment. It has no addresses. */
    TRUNK("tr", 2),
    LB1("lb1", 11),
    LB2("lb2", 12),
    BACKEND1("be1", 21),
    BACKEND2("be2", 22),
    BACKEND3("be3", 23),
    CLIENT("cl", 50);

    private final String abbreviation;
    private final int number;

    HostName(String abbreviation, int number) {
        this.abbreviation = abbreviation;
        this.number = number;
    }

    /** The name as it stands in namespaces and tables, for example {@code backend1}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Two or three letters: a link name holds 15 characters at most (IFNAMSIZ). */
    String abbreviation() {
        return abbreviation;
    }

    int number() {
        return number;
    }

    public static List<HostName> balancers() {
        return List.of(LB1, LB2);
    }

    public static List<HostName> backends() {
        return List.of(BACKEND1, BACKEND2, BACKEND3);
    }
}
