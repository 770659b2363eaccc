package dev.carom.controlplane.resource;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What everything configured has: an id, a name, labels, and a version that counts its changes. */
@MappedSuperclass
public abstract class Resource {
    @Id
    private UUID id;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> labels;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Resource() {}

    protected Resource(UUID id, String name, Map<String, String> labels, Instant now) {
        this.id = id;
        this.name = name;
        this.labels = Map.copyOf(labels);
        this.createdAt = now;
        this.updatedAt = now;
    }

    protected void rename(String newName, Map<String, String> newLabels, Instant now) {
        name = newName;
        labels = Map.copyOf(newLabels);
        touch(now);
    }

    /** Counts a change whose columns are all in tables of parts. */
    protected void touch(Instant now) {
        updatedAt = now;
    }

    public abstract ResourceType type();

    /** The whole configured content, as revisions keep it; equal contents are no change. */
    public abstract Object content();

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Map<String, String> labels() {
        return labels;
    }

    /** 0 before the first flush; it grows when a change is flushed. */
    public long version() {
        return version == null ? 0 : version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
