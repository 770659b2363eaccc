package dev.carom.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private static final String TAIL = " 1 1 1 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 98765 0 0";

    @Test
    void startTimeIsReadBehindAnyProgramName() {
        assertThat(ProcessIdentity.parseStat("42 (odd) name)) S" + TAIL)).contains(new ProcessIdentity(42, 98765));
    }

    @Test
    void zombieIsNotAlive() {
        assertThat(ProcessIdentity.parseStat("42 (java) Z" + TAIL)).isEmpty();
    }

    @Test
    void thisProcessIsAliveAndItsNumberWithAnotherStartIsNot() {
        ProcessIdentity self = ProcessIdentity.current();
        assertThat(self.isAlive()).isTrue();
        assertThat(new ProcessIdentity(self.pid(), self.startTicks() + 1).isAlive())
                .isFalse();
    }

    @Test
    void lineIsReadBack() {
        ProcessIdentity self = ProcessIdentity.current();
        assertThat(ProcessIdentity.parse(self.line())).isEqualTo(self);
    }
}
