package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DnsProberTest {
    private static final short ID = 0x1234;

    @Test
    void theQuestionAsksForTheNameServersOfTheRoot() {
        assertThat(HexFormat.of().formatHex(DnsProber.question(ID))).isEqualTo("1234010000010000000000000000020001");
    }

    @Test
    void anAnswerOrARefusalComesFromAServerThatLives() throws Exception {
        assertThat(DnsProber.judge(ID, message("123481800001000d00000000"))).isEqualTo("DNS response code 0");
        assertThat(DnsProber.judge(ID, message("123481050001000000000000"))).isEqualTo("DNS response code 5");
    }

    @Test
    void aFailureAnotherIdOrAnEchoOfTheQuestionIsWrong() {
        for (String wrong : new String[] {
            "123481820001000000000000", "432181800001000000000000", "1234", "", "1234010000010000000000000000020001"
        }) {
            assertThatThrownBy(() -> DnsProber.judge(ID, message(wrong))).isInstanceOf(Prober.WrongAnswer.class);
        }
    }

    private static byte[] message(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
