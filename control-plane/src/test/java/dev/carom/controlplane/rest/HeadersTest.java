package dev.carom.controlplane.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.problem.PreconditionMissing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    @Test
    void ifMatchIsOneTagSeveralOrAStar() {
        assertThat(Preconditions.expected("\"3\"").versions()).containsExactly(3L);
        assertThat(Preconditions.expected(" \"3\" , \"4\"").versions()).containsExactlyInAnyOrder(3L, 4L);
        assertThat(Preconditions.expected("*").versions()).isEmpty();
        assertThat(Preconditions.expected("\"elsewhere\"").versions()).containsExactly(-1L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "3", "\"3", "W/\"3\"", "\"3\" \"4\"", "**"})
    void anythingElseIsNoPrecondition(String header) {
        assertThatThrownBy(() -> Preconditions.expected(header)).isInstanceOf(PreconditionMissing.class);
    }
}
