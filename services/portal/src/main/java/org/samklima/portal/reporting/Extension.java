package org.samklima.portal.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Ids;
import org.springframework.data.domain.Persistable;

/** A later deadline in a round, for one member or for all, with who granted it and why. Never changed, only followed by another. */
@Entity
@Table(name = "round_extension")
public class Extension implements Persistable<UUID> {

    @TenantId
    private UUID tenantId;

    @Id
    private UUID id;

    private UUID roundId;

    @Nullable private UUID memberId;

    private LocalDate deadline;
    private String reason;
    private String grantedBy;
    private Instant grantedAt;

    protected Extension() {}

    Extension(
            UUID roundId,
            @Nullable UUID memberId,
            LocalDate deadline,
            String reason,
            String grantedBy,
            Instant grantedAt) {
        this.id = Ids.next();
        this.roundId = roundId;
        this.memberId = memberId;
        this.deadline = deadline;
        this.reason = reason;
        this.grantedBy = grantedBy;
        this.grantedAt = grantedAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    UUID roundId() {
        return roundId;
    }

    /** Null for all members. */
    public @Nullable UUID memberId() {
        return memberId;
    }

    public LocalDate deadline() {
        return deadline;
    }

    public String reason() {
        return reason;
    }

    public String grantedBy() {
        return grantedBy;
    }

    public Instant grantedAt() {
        return grantedAt;
    }
}
