package dev.carom.controlplane.rest;

import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.Revised;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Answers with a resource, its ETag, and for a write the number of its revision. */
public final class Answers {
    public static final String REVISION = "Carom-Revision";

    private Answers() {}

    public static <R extends Resource, D> ResponseEntity<D> found(R resource, Function<R, D> view) {
        return ResponseEntity.ok().eTag(tag(resource)).body(view.apply(resource));
    }

    public static <R extends Resource, D> ResponseEntity<D> changed(Revised<R> revised, Function<R, D> view) {
        return ResponseEntity.ok()
                .eTag(tag(revised.value()))
                .header(REVISION, Long.toString(revised.revision()))
                .body(view.apply(revised.value()));
    }

    public static <R extends Resource, D> ResponseEntity<D> created(Revised<R> revised, Function<R, D> view) {
        R resource = revised.value();
        return ResponseEntity.created(URI.create("/api/v1/" + resource.type().collection() + "/" + resource.id()))
                .eTag(tag(resource))
                .header(REVISION, Long.toString(revised.revision()))
                .body(view.apply(resource));
    }

    /** What a change did that is no resource of its own, and so has no ETag. */
    public static <T> ResponseEntity<T> done(Revised<T> revised) {
        return ResponseEntity.ok()
                .header(REVISION, Long.toString(revised.revision()))
                .body(revised.value());
    }

    public static ResponseEntity<Void> deleted(Revised<?> revised) {
        return ResponseEntity.noContent()
                .header(REVISION, Long.toString(revised.revision()))
                .build();
    }

    private static String tag(Resource resource) {
        return tag(resource.version());
    }

    /** The ETag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
