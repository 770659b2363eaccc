package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {
    private static final InetSocketAddress VIP = new InetSocketAddress("192.0.2.1", 80);

    @Test
    void theRequestNamesTheHostThatTheMonitorAsksFor() {
        assertThat(request(new HttpCheck("HEAD", "/healthz", "shop.example", List.of(), "", false)))
                .startsWith("HEAD /healthz HTTP/1.1\r\nHost: shop.example\r\n")
                .endsWith("Connection: close\r\n\r\n");
        assertThat(request(new HttpCheck("", "", "", List.of(), "", false)))
                .startsWith("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n");
    }

    @Test
    void aBodyMayBeCountedChunkedOrEndWithTheConnection() throws IOException {
        assertThat(body("Content-Length: 2\r\n\r\nokay")).isEqualTo("ok");
        assertThat(body("Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n3;x=y\r\nay!\r\n0\r\n\r\n"))
                .isEqualTo("okay!");
        assertThat(body("Server: x\r\n\r\nokay")).isEqualTo("okay");
    }

    @Test
    void aBodyThatNobodyAsksForIsNotRead() throws IOException {
        assertThat(HttpExchange.read(input("HTTP/1.1 204 No Content\r\n\r\n"), false))
                .isEqualTo(new HttpExchange.Response(204, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 200", "HTTP/2 200\r\n\r\n"})
    void whatIsNotHttpIsAWrongAnswer(String bytes) {
        assertThatThrownBy(() -> HttpExchange.read(input(bytes), false)).isInstanceOf(Prober.WrongAnswer.class);
    }

    @Test
    void aBrokenChunkIsAWrongAnswer() {
        assertThatThrownBy(() -> body("Transfer-Encoding: chunked\r\n\r\nnope\r\n"))
                .isInstanceOf(Prober.WrongAnswer.class);
    }

    @Test
    void codesAreSingleOnesAndRanges() {
        StatusCodes codes = StatusCodes.parse(List.of("200-299", "401"));
        assertThat(codes.contains(204)).isTrue();
        assertThat(codes.contains(401)).isTrue();
        assertThat(codes.contains(300)).isFalse();
        assertThat(codes).hasToString("200-299, 401");
        assertThat(StatusCodes.parse(List.of()).contains(200)).isTrue();
        assertThatThrownBy(() -> StatusCodes.parse(List.of("fine"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckThatWouldMakeAnotherRequestIsRefused() {
        HttpCheck smuggling = new HttpCheck("GET", "/\r\nX: y", "", List.of(), "", false);
        assertThatThrownBy(() -> HttpProber.plain(Optional.of(smuggling))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String request(HttpCheck check) {
        return new String(HttpExchange.request(check, VIP), StandardCharsets.US_ASCII);
    }

    private static String body(String rest) throws IOException {
        return HttpExchange.read(input("HTTP/1.1 200 OK\r\n" + rest), true).body();
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
