package dev.carom.controlplane.identity.web;

import dev.carom.controlplane.identity.Accounts;
import dev.carom.controlplane.identity.RoleBinding;
import dev.carom.controlplane.identity.RoleBindings;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
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
@RequestMapping(path = "/api/v1/role-bindings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "role-bindings")
class RoleBindingController {
    private final Accounts accounts;
    private final RoleBindings bindings;
    private final Documents documents;

    RoleBindingController(Accounts accounts, RoleBindings bindings, Documents documents) {
        this.accounts = accounts;
        this.bindings = bindings;
        this.documents = documents;
    }

    /** Who may do what; without a node group everywhere. */
    @Schema(name = "RoleBindingSpec")
    record Spec(
            @Schema(requiredMode = RequiredMode.REQUIRED) UUID userId,
            @Schema(requiredMode = RequiredMode.REQUIRED) Role role,
            @Nullable UUID nodeGroupId) {}

    @GetMapping
    @Operation(operationId = "listRoleBindings", summary = "List by user")
    Page<RoleBinding> list() {
        return new Page<>(bindings.list(), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createRoleBinding", summary = "Give a user a role, everywhere or for a node group")
    ResponseEntity<RoleBinding> create(@RequestBody Document<Spec> body) {
        Spec spec = documents.read(body, Spec.class);
        RoleBinding binding = accounts.bind(spec.userId(), spec.role(), spec.nodeGroupId());
        return ResponseEntity.created(URI.create("/api/v1/role-bindings/" + binding.id()))
                .eTag("\"0\"")
                .body(binding);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRoleBinding", summary = "Get one")
    ResponseEntity<RoleBinding> get(@PathVariable UUID id) {
        return ResponseEntity.ok().eTag("\"0\"").body(accounts.binding(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteRoleBinding", summary = "Take a role away")
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Preconditions.expected(ifMatch);
        accounts.unbind(id);
    }
}
