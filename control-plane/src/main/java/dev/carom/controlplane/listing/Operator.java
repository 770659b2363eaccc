package dev.carom.controlplane.listing;

/** How a condition compares. The longer symbols come first: they begin like shorter ones. */
enum Operator {
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("="),
    BELOW("<"),
    ABOVE(">"),
    /** Contains, whatever the case; for an address: lies within. */
    LIKE("~");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** The same in SQL, for all but {@link #LIKE}. */
    String sql() {
        return this == NOT_EQUAL ? "<>" : symbol;
    }

    /** @param comparison as {@link Comparable#compareTo} gives it */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case BELOW -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case ABOVE -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            case LIKE -> throw new IllegalStateException("LIKE compares texts");
        };
    }
}
