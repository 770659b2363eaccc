package dev.carom.agent.health;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks over UDP for the name servers of the root, which every server may answer or refuse (RFC 1035 4.1). Any response
 * to that very question passes but SERVFAIL: REFUSED too comes from a server that lives.
 */
final class DnsProber implements Prober {
    private static final int HEADER = 12;
    private static final short RECURSION_DESIRED = 0x0100;
    private static final int RESPONSE = 0x8000;
    private static final int SERVER_FAILURE = 2;
    private static final short TYPE_NS = 2;
    private static final short CLASS_IN = 1;

    @Override
    public String probe(Attempt attempt) throws IOException {
        short id = (short) ThreadLocalRandom.current().nextInt();
        return judge(id, UdpProber.ask(attempt, question(id)));
    }

    static byte[] question(short id) {
        short one = 1;
        return ByteBuffer.allocate(HEADER + 5)
                .putShort(id)
                .putShort(RECURSION_DESIRED)
                .putShort(one)
                .putShort((short) 0)
                .putInt(0)
                .put((byte) 0)
                .putShort(TYPE_NS)
                .putShort(CLASS_IN)
                .array();
    }

    static String judge(short id, byte[] answer) throws WrongAnswer {
        ByteBuffer message = ByteBuffer.wrap(answer);
        if (answer.length < HEADER || message.getShort() != id || (message.getShort() & RESPONSE) == 0) {
            throw new WrongAnswer("not a DNS response to the question");
        }
        int code = answer[3] & 0x0f;
        if (code == SERVER_FAILURE) {
            throw new WrongAnswer("DNS SERVFAIL");
        }
        return "DNS response code " + code;
    }
}
