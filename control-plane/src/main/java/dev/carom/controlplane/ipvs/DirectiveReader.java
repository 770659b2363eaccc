package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.problem.UnreadableDocument;
import dev.carom.controlplane.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the shape of keepalived.conf: words, lines and braces. It does not know what any of them means. */
final class DirectiveReader {
    /** A comment ends it; quotes hold blanks and braces together. */
    private static final Pattern TOKEN = Pattern.compile("[#!].*|\"([^\"]*)\"|[{}]|[^\\s{}\"#!][^\\s{}\"]*");

    private static final int DEEPEST = 32;

    /** @param line of the file, from 1 */
    private record Token(int line, String text, boolean quoted) {
        boolean is(String brace) {
            return !quoted && text.equals(brace);
        }
    }

    private final List<Token> tokens;
    private int next;

    private DirectiveReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws UnreadableDocument if braces do not match */
    static List<Directive> read(String text) {
        DirectiveReader reader = new DirectiveReader(tokens(text));
        List<Directive> all = reader.block(0);
        if (reader.next < reader.tokens.size()) {
            throw refusal(reader.tokens.get(reader.next).line(), "A closing brace has no opening one.");
        }
        return all;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = TOKEN.matcher(lines[i]);
            while (matcher.find() && !matcher.group().matches("[#!].*")) {
                boolean quoted = matcher.group(1) != null;
                tokens.add(new Token(i + 1, quoted ? matcher.group(1) : matcher.group(), quoted));
            }
        }
        return tokens;
    }

    private List<Directive> block(int depth) {
        List<Directive> directives = new ArrayList<>();
        while (next < tokens.size() && !tokens.get(next).is("}")) {
            directives.add(directive(depth));
        }
        return directives;
    }

    private Directive directive(int depth) {
        Token first = tokens.get(next);
        List<String> words = new ArrayList<>();
        while (next < tokens.size()
                && tokens.get(next).line() == first.line()
                && !tokens.get(next).is("{")
                && !tokens.get(next).is("}")) {
            words.add(tokens.get(next++).text());
        }
        if (words.isEmpty()) {
            throw refusal(first.line(), "A block has no keyword before its brace.");
        }
        List<Directive> block = List.of();
        if (next < tokens.size() && tokens.get(next).is("{")) {
            next++;
            block = depth < DEEPEST ? block(depth + 1) : List.of();
            if (next >= tokens.size() || !tokens.get(next).is("}")) {
                throw refusal(first.line(), "The block of " + words.getFirst() + " is not closed.");
            }
            next++;
        }
        return new Directive(first.line(), words, block);
    }

    private static UnreadableDocument refusal(int line, String detail) {
        return new UnreadableDocument(
                new Violation("", "MALFORMED_CONFIGURATION", "Line " + line + ": " + detail), null);
    }
}
