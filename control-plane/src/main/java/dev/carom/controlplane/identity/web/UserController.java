package dev.carom.controlplane.identity.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.identity.Accounts;
import dev.carom.controlplane.identity.User;
import dev.carom.controlplane.identity.Users;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "users")
class UserController {
    private final Accounts accounts;
    private final Users users;
    private final Documents documents;

    UserController(Accounts accounts, Users users, Documents documents) {
        this.accounts = accounts;
        this.users = users;
        this.documents = documents;
    }

    /** Whom to admit. */
    @Schema(name = "UserSpec")
    record Spec(
            @Schema(requiredMode = RequiredMode.REQUIRED) String name) {}

    /** What an administrator changes of a user. */
    @Schema(name = "UserPatch")
    record Edit(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "true") @Nullable Boolean disabled) {}

    @Schema(name = "User")
    record View(
            @JsonUnwrapped User user,

            @Schema(
                    description =
                            "When made or reset only: the first password, to be changed. It cannot be shown again.")
            @Nullable String password) {}

    @GetMapping
    @Operation(operationId = "listUsers", summary = "List by name")
    Page<View> list() {
        return new Page<>(
                users.list().stream().map(user -> new View(user, null)).toList(), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createUser", summary = "Admit a user, and show the first password this once")
    ResponseEntity<View> create(@RequestBody Document<Spec> body) {
        Accounts.Admitted admitted =
                accounts.create(documents.read(body, Spec.class).name());
        return ResponseEntity.created(
                        URI.create("/api/v1/users/" + admitted.user().id()))
                .eTag(tag(admitted.user()))
                .body(new View(admitted.user(), admitted.password()));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getUser", summary = "Get one")
    ResponseEntity<View> get(@PathVariable UUID id) {
        return answer(accounts.find(id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchUser", summary = "Disable or enable; the sessions of a disabled user end")
    ResponseEntity<View> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<Edit> body) {
        Boolean disabled = documents.read(body, Edit.class).disabled();
        if (disabled == null) {
            throw new InvalidResource("/disabled", "REQUIRED", "Say whether the user is disabled.");
        }
        return answer(accounts.setDisabled(id, Preconditions.expected(ifMatch), disabled));
    }

    @PostMapping("/{id}/password")
    @Operation(operationId = "resetPassword", summary = "Make a new first password and end the user's sessions")
    View resetPassword(@PathVariable UUID id) {
        Accounts.Admitted admitted = accounts.resetPassword(id);
        return new View(admitted.user(), admitted.password());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteUser", summary = "Delete, with role bindings and sessions")
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        accounts.delete(id, Preconditions.expected(ifMatch));
    }

    private static ResponseEntity<View> answer(User user) {
        return ResponseEntity.ok().eTag(tag(user)).body(new View(user, null));
    }

    private static String tag(User user) {
        return "\"" + user.version() + "\"";
    }
}
