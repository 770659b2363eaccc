package dev.carom.lab.totals;

/** One test case of a report. */
record TestResult(String className, String name, double seconds, Outcome outcome) {
    String title() {
        return className.isEmpty() ? name : className + "." + name;
    }
}
