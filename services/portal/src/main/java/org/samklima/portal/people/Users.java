package org.samklima.portal.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The users of the bound tenant. */
@Transactional(readOnly = true)
interface Users extends ListCrudRepository<TenantUser, UUID> {

    List<TenantUser> findAllByOrderByName();

    /** Held until the transaction ends, so that two managers cannot let each other go at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<TenantUser> findAllByOrderByPersonId();

    boolean existsByEmailIgnoreCase(String email);
}
