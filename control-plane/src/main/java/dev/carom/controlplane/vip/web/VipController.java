package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.rest.ResourceController;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipSpec;
import dev.carom.controlplane.vip.Vips;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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
@RequestMapping(path = "/api/v1/vips", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "vips")
class VipController extends ResourceController<Vip, VipSpec, VipResource> {
    static final SqlCollection COLLECTION = SqlCollection.resources("vip")
            .with(Field.id("nodeGroupId"), "node_group_id")
            .with(Field.number("vrid"), "vrid")
            .with(Field.address("address"), "address")
            .with(Field.choice("adminState", AdminState.class), "admin_state");

    private final Vips vips;
    private final SqlPages pages;
    private final VipViews views;

    VipController(Vips vips, SqlPages pages, VipViews views, Documents documents) {
        super(vips, VipSpec.class, documents);
        this.vips = vips;
        this.pages = pages;
        this.views = views;
    }

    @Override
    protected List<VipResource> views(List<Vip> shown) {
        return views.all(shown);
    }

    @GetMapping
    @Operation(operationId = "listVips", summary = "List, by name unless sorted otherwise")
    Page<VipResource> list(@ParameterObject Listing listing) {
        return page(pages.ids(COLLECTION, listing.request()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createVip", summary = "Create")
    ResponseEntity<VipResource> create(@RequestBody Document<VipSpec> body) {
        return create(UUID.randomUUID(), read(body));
    }

    @Override
    protected ResponseEntity<VipResource> create(UUID id, VipSpec wanted) {
        return Answers.created(vips.create(id, wanted), this::view);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteVip", summary = "Delete, with its listeners")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(vips.delete(id, Preconditions.expected(ifMatch)));
    }
}
