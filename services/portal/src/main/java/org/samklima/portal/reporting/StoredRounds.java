package org.samklima.portal.reporting;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** The rounds of the bound association. */
interface StoredRounds extends JpaRepository<Round, UUID> {

    List<Round> findAllByOrderByYearDescOpensOnDescName();

    /** For whoever changes it: the next one waits until this transaction ends, and then reads what became of it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Round> findForChangeById(UUID id);

    List<Round> findByStateIn(List<RoundState> states);

    boolean existsByFormIdAndYearAndIdNot(UUID formId, int year, UUID id);
}
