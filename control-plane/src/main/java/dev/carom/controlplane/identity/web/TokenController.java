package dev.carom.controlplane.identity.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.identity.ApiToken;
import dev.carom.controlplane.identity.ApiTokens;
import dev.carom.controlplane.identity.IssuedTokens;
import dev.carom.controlplane.identity.TokenSpec;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tokens")
class TokenController {
    private final IssuedTokens issued;
    private final ApiTokens tokens;
    private final Documents documents;

    TokenController(IssuedTokens issued, ApiTokens tokens, Documents documents) {
        this.issued = issued;
        this.tokens = tokens;
        this.documents = documents;
    }

    @Schema(name = "Token")
    record View(
            @JsonUnwrapped ApiToken details,

            @Schema(
                    description =
                            "When made only: the value of Authorization: Bearer. It is not kept and cannot be shown again.")
            @Nullable String token) {}

    @GetMapping
    @Operation(operationId = "listTokens", summary = "List by name, the revoked and expired too")
    Page<View> list() {
        return new Page<>(
                tokens.list().stream().map(token -> new View(token, null)).toList(), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createToken", summary = "Make a token, and show it this once")
    ResponseEntity<View> create(@RequestBody Document<TokenSpec> body) {
        IssuedTokens.Issued made = issued.issue(documents.read(body, TokenSpec.class));
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .eTag("\"0\"")
                .body(new View(made.token(), made.secret()));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getToken", summary = "Get one, without its secret")
    ResponseEntity<View> get(@PathVariable UUID id) {
        return ResponseEntity.ok().eTag("\"0\"").body(new View(issued.find(id), null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "Revoke: it opens nothing from now on, and stays in the list")
    void revoke(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Preconditions.expected(ifMatch);
        issued.revoke(id);
    }
}
