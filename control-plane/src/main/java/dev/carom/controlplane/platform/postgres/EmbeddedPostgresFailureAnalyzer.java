package dev.carom.controlplane.platform.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what hinders the embedded database, and that there is another way. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, EmbeddedPostgresException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend that, choose another directory with CAROM_DATA_DIR, or name a PostgreSQL server of your own with"
                        + " SPRING_DATASOURCE_URL.",
                cause);
    }
}
