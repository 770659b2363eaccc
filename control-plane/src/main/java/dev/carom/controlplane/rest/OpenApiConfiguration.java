package dev.carom.controlplane.rest;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.MacAddress;
import dev.carom.controlplane.address.Subnet;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Describes the REST interface in OpenAPI 3.1: what the types cannot say of themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(IpAddress.class, text("An IPv4 or IPv6 address, without a zone.", "10.0.0.21"))
                .replaceWithSchema(Subnet.class, text("An IPv4 or IPv6 subnet: address/length.", "10.0.0.0/24"))
                .replaceWithSchema(MacAddress.class, text("A unicast MAC address.", "52:54:00:ab:cd:ef"))
                .replaceWithSchema(JsonNode.class, object())
                .addResponseWrapperToIgnore(Document.class);
    }

    private static Schema<String> text(String description, String example) {
        Schema<String> schema = new StringSchema();
        schema.setTypes(Set.of("string"));
        schema.setDescription(description);
        schema.setExample(example);
        return schema;
    }

    private static Schema<?> object() {
        Schema<?> schema = new Schema<>();
        schema.setTypes(Set.of("object"));
        schema.setDescription("The whole content; absent before a creation and after a deletion.");
        return schema;
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Carom")
                        .version("v1")
                        .description(
                                "Layer-4 load balancing by direct server return. Every write needs If-Match and makes"
                                        + " a numbered revision; every refusal is a problem (RFC 9457) with a stable code.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Authorization: Bearer carom_api_…"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("carom_session")
                                        .description("Writes also send the cookie XSRF-TOKEN back as X-XSRF-TOKEN.")))
                .security(List.of(
                        new SecurityRequirement().addList("token"), new SecurityRequirement().addList("session")))
                .servers(List.of(new Server().url("/").description("The control plane that served this document")));
    }

    @Bean
    ModelConverter alwaysThere() {
        return new AlwaysThere();
    }

    /** Operations that every kind of resource inherits are called after their controller. */
    @Bean
    OperationCustomizer nameInherited() {
        return (operation, handler) -> {
            if (handler.getMethod().getDeclaringClass() == ResourceController.class) {
                String noun = handler.getBeanType().getSimpleName().replace("Controller", "");
                operation.setOperationId(handler.getMethod().getName() + noun);
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer describeAnswers(List<LastDescription> last) {
        return new AnswerDescriptions(last);
    }
}
