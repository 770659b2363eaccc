package dev.carom.agent.health;

import java.util.ArrayList;
import java.util.List;

/** HTTP status codes as an operator writes them: {@code 200}, {@code 200-299}; none is 200. */
record StatusCodes(List<Range> ranges) {
    /** Inclusive at both ends. */
    record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    StatusCodes {
        ranges = List.copyOf(ranges);
    }

    /** @throws IllegalArgumentException when one is not a code or a range of codes */
    static StatusCodes parse(List<String> texts) {
        List<Range> ranges = new ArrayList<>();
        for (String text : texts) {
            String[] ends = text.split("-", 2);
            int first = Integer.parseInt(ends[0].trim());
            ranges.add(new Range(first, ends.length == 1 ? first : Integer.parseInt(ends[1].trim())));
        }
        return new StatusCodes(ranges.isEmpty() ? List.of(new Range(200, 200)) : ranges);
    }

    boolean contains(int status) {
        return ranges.stream().anyMatch(range -> status >= range.first() && status <= range.last());
    }

    @Override
    public String toString() {
        return String.join(", ", ranges.stream().map(Range::toString).toList());
    }
}
