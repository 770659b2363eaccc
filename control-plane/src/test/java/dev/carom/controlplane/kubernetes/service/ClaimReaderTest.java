package dev.carom.controlplane.kubernetes.service;

import static dev.carom.controlplane.kubernetes.service.KubernetesObjects.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {
    @Test
    void onlyItsOwnClassIsServed() {
        assertThat(ClaimReader.isClaim(service("web").build())).isTrue();
        assertThat(ClaimReader.isClaim(with("ClusterIP", null, null))).isFalse();
        assertThat(ClaimReader.isClaim(with("LoadBalancer", null, null))).isFalse();
        assertThat(ClaimReader.isClaim(with("LoadBalancer", "example.com/other", null)))
                .isFalse();
        assertThat(ClaimReader.isClaim(with("LoadBalancer", ClaimReader.LOAD_BALANCER_CLASS, "2026-11-02T00:00:00Z")))
                .isFalse();
    }

    private static Service with(String type, @Nullable String loadBalancerClass, @Nullable String deleted) {
        return service("web")
                .editSpec()
                .withType(type)
                .withLoadBalancerClass(loadBalancerClass)
                .endSpec()
                .editMetadata()
                .withDeletionTimestamp(deleted)
                .endMetadata()
                .build();
    }

    @Test
    void theAnnotationTakesOneAddressOfEachFamilyAndWinsOverTheField() {
        ServiceClaim claim = ClaimReader.read(annotated(ClaimReader.ADDRESSES, "192.0.2.7, 2001:db8::7")
                .editSpec()
                .withLoadBalancerIP("192.0.2.9")
                .endSpec()
                .build());
        assertThat(claim.requested(Family.IPV4)).contains(IpAddress.parse("192.0.2.7"));
        assertThat(claim.requested(Family.IPV6)).contains(IpAddress.parse("2001:db8::7"));
        assertThat(ClaimReader.read(service("web")
                                .editSpec()
                                .withLoadBalancerIP("192.0.2.9")
                                .endSpec()
                                .build())
                        .requested(Family.IPV4))
                .contains(IpAddress.parse("192.0.2.9"));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(ClaimReader.read(
                                annotated(ClaimReader.ADDRESSES, "shop.example").build())
                        .unreadable())
                .extracting(Notice::reason)
                .containsExactly(Notice.Reason.ADDRESS_INVALID);
    }

    @Test
    void aSourceRangeThatCannotBeReadOpensNothing() {
        ServiceClaim claim = ClaimReader.read(service("web")
                .editSpec()
                .withLoadBalancerSourceRanges("10.0.0.1/8")
                .endSpec()
                .build());
        assertThat(claim.unreadable()).extracting(Notice::reason).containsExactly(Notice.Reason.SOURCE_RANGE_INVALID);
        assertThat(claim.sources().allowed(Family.IPV4)).isEmpty();
        assertThat(claim.sources().denied(Family.IPV4)).containsExactly(Subnet.parse("0.0.0.0/0"));
    }

    @Test
    void aFamilyWithoutASourceRangeIsClosed() {
        ServiceClaim.Sources sources = ClaimReader.read(service("web")
                        .editSpec()
                        .withLoadBalancerSourceRanges(" 10.0.0.0/8 ")
                        .endSpec()
                        .build())
                .sources();
        assertThat(sources.allowed(Family.IPV4)).containsExactly(Subnet.parse("10.0.0.0/8"));
        assertThat(sources.denied(Family.IPV4)).isEmpty();
        assertThat(sources.denied(Family.IPV6)).containsExactly(Subnet.parse("::/0"));
        assertThat(ClaimReader.read(service("web").build()).sources().denied(Family.IPV6))
                .isEmpty();
    }

    @Test
    void affinityIsKubernetesDefaultOfThreeHoursUnlessSaid() {
        Service byClient = service("web")
                .editSpec()
                .withSessionAffinity("ClientIP")
                .endSpec()
                .build();
        assertThat(ClaimReader.read(byClient).affinityMs()).isEqualTo(10_800_000);
        assertThat(ClaimReader.read(new ServiceBuilder(byClient)
                                .editSpec()
                                .withNewSessionAffinityConfig()
                                .withNewClientIP(60)
                                .endSessionAffinityConfig()
                                .endSpec()
                                .build())
                        .affinityMs())
                .isEqualTo(60_000);
        assertThat(ClaimReader.read(service("web").build()).affinityMs()).isZero();
    }

    private static ServiceBuilder annotated(String name, String value) {
        return service("web")
                .editMetadata()
                .withAnnotations(Map.of(name, value))
                .endMetadata();
    }
}
