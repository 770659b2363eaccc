package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.FlightRecorder;
import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.linux.LinuxException;
import dev.carom.agent.linux.PacketSocket;
import org.jspecify.annotations.Nullable;

/**
 * By which the agent's own frames leave: apart from the loop's sockets, so that other threads keep out of its way and
 * taps on this host see the frames. Any thread; a socket is not closed while a frame is on its way into it.
 */
final class ControlSenders {
    private final @Nullable PacketSocket[] sockets;
    private final EngineCounters counters;
    private final FlightRecorder recorder;

    ControlSenders(int interfaces, EngineCounters counters, FlightRecorder recorder) {
        sockets = new @Nullable PacketSocket[interfaces];
        this.counters = counters;
        this.recorder = recorder;
    }

    synchronized void open(AttachedInterface attached) {
        try {
            sockets[attached.index()] = PacketSocket.open(attached.kernelIndex());
        } catch (LinuxException failure) {
            throw new HostChangeException("cannot send on " + attached.name(), failure);
        }
    }

    synchronized void close(int interfaceIndex) {
        PacketSocket socket = sockets[interfaceIndex];
        sockets[interfaceIndex] = null;
        if (socket != null) {
            socket.close();
        }
    }

    synchronized boolean send(int interfaceIndex, byte[] frame) {
        PacketSocket socket = sockets[interfaceIndex];
        try {
            if (socket != null) {
                socket.send(frame);
                recorder.sent(interfaceIndex, frame);
                return true;
            }
        } catch (LinuxException refused) {
            // Told below, as for an interface that is gone.
        }
        counters.notInjected(interfaceIndex);
        return false;
    }
}
