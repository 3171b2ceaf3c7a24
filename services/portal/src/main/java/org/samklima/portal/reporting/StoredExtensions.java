package org.samklima.portal.reporting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The extensions that the bound association granted. */
interface StoredExtensions extends ListCrudRepository<Extension, UUID> {

    List<Extension> findByRoundIdOrderByGrantedAt(UUID roundId);
}
