package org.samklima.portal.reporting.report;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The reports of the bound tenant. */
interface StoredReports extends Repository<Report, UUID> {

    Optional<Report> findById(UUID id);

    Optional<Report> findByNetworkIdAndRoundId(UUID networkId, UUID roundId);

    /** For whoever changes it: the next one waits until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT report FROM Report report WHERE report.id = :id")
    Optional<Report> lock(UUID id);
}
