package dev.carom.lab.topology;

/**
 * The shape of a lab.
 *
 * @param mtu of every link, in bytes of IP
 */
public record Layout(ClientPlace clientPlace, BackendPlace backendPlace, int mtu) {

    /** The client behind the router, and everybody else on one segment of ordinary frames. */
    public static final Layout USUAL = new Layout(ClientPlace.BEHIND_ROUTER, BackendPlace.ON_SEGMENT, 1500);

    public Layout withClient(ClientPlace place) {
        return new Layout(place, backendPlace, mtu);
    }

    public Layout withBackends(BackendPlace place) {
        return new Layout(clientPlace, place, mtu);
    }

    public Layout withMtu(int bytes) {
        return new Layout(clientPlace, backendPlace, bytes);
    }
}
