package dev.carom.agent.forwarding.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One layer of a frame's text: its name, then words, and options as {@code key=value} or {@code key} alone. */
record FrameLayer(String name, List<String> words, Map<String, String> options) {

    static FrameLayer parse(String text) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        String[] tokens = text.trim().split("\\s+");
        for (int i = 1; i < tokens.length; i++) {
            int equals = tokens[i].indexOf('=');
            if (equals > 0) {
                options.put(tokens[i].substring(0, equals), tokens[i].substring(equals + 1));
            } else if (!tokens[i].equals(">")) {
                words.add(tokens[i]);
            }
        }
        return new FrameLayer(tokens[0], List.copyOf(words), Map.copyOf(options));
    }

    String word(int index) {
        if (index >= words.size()) {
            throw new IllegalArgumentException("layer " + name + " lacks word " + (index + 1));
        }
        return words.get(index);
    }

    /** Decimal, or hexadecimal with {@code 0x}. */
    int number(int index) {
        return Integer.decode(word(index));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    String text(String option, String absent) {
        return options.getOrDefault(option, absent);
    }

    int number(String option, int absent) {
        return has(option) ? Integer.decode(options.get(option)) : absent;
    }

    /** Whether a word beyond the first two says so. */
    boolean says(String word) {
        return words.contains(word);
    }
}
