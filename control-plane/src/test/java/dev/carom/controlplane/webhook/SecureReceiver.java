package dev.carom.controlplane.webhook;

import dev.carom.controlplane.SelfSigned;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The certificate of a receiver that is its own authority. */
final class SecureReceiver {
    private final SSLContext context;

    private SecureReceiver(SSLContext context) {
        this.context = context;
    }

    static SecureReceiver make() throws IOException, InterruptedException, GeneralSecurityException {
        SelfSigned made = SelfSigned.make("receiver");
        return new SecureReceiver(context(made.keys(), made.password()));
    }

    private static SSLContext context(KeyStore keys, char[] password) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry("receiver", keys.getCertificate(SelfSigned.ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Its side of a connection. */
    SSLContext context() {
        return context;
    }

    /** For who trusts it. */
    SSLSocketFactory trusting() {
        return context.getSocketFactory();
    }
}
