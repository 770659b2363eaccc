package dev.carom.controlplane.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, instead of a stack trace, why the process did not start. */
class InsecureBindFailureAnalyzer extends AbstractFailureAnalyzer<InsecureBindException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, InsecureBindException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Leave the address at 127.0.0.1 and give a certificate (CAROM_TLS_CERTIFICATE_FILE, CAROM_TLS_KEY_FILE): port"
                        + " 8443 then listens on all addresses. Or set CAROM_INSECURE=1 if TLS ends before this host, or the"
                        + " network around it is trusted.",
                cause);
    }
}
