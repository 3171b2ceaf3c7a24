package org.samklima.portal.reporting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rounds of the bound association. */
interface StoredRounds extends JpaRepository<Round, UUID> {

    List<Round> findAllByOrderByYearDescOpensOnDescName();

    List<Round> findByStateIn(List<RoundState> states);

    boolean existsByFormIdAndYearAndIdNot(UUID formId, int year, UUID id);
}
