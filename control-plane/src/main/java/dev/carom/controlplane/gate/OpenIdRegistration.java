package dev.carom.controlplane.gate;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** Asks the provider for its endpoints when somebody first signs in: Carom starts without it, too. */
final class OpenIdRegistration implements ClientRegistrationRepository {
    static final String ID = "carom";

    private final AtomicReference<@Nullable ClientRegistration> discovered = new AtomicReference<>();
    private final OpenIdSettings settings;

    OpenIdRegistration(OpenIdSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration known = discovered.get();
        if (known == null) {
            known = discover();
            discovered.set(known);
        }
        return known;
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid", "profile")
                .build();
    }
}
