package dev.carom.controlplane.ipvs;

import java.util.List;

/**
 * One directive of keepalived.conf.
 *
 * @param line where it begins, from 1
 * @param words the keyword first
 * @param block what stands in its braces
 */
record Directive(int line, List<String> words, List<Directive> block) {
    Directive {
        words = List.copyOf(words);
        block = List.copyOf(block);
    }

    String keyword() {
        return words.getFirst();
    }

    /** The word after the keyword; empty if there is none. */
    String argument() {
        return words.size() > 1 ? words.get(1) : "";
    }

    String text() {
        return String.join(" ", words);
    }
}
