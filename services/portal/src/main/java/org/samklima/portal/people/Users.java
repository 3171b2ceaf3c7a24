package org.samklima.portal.people;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The users of the bound tenant. */
@Transactional(readOnly = true)
interface Users extends ListCrudRepository<TenantUser, UUID> {

    List<TenantUser> findAllByOrderByName();

    boolean existsByEmailIgnoreCase(String email);
}
