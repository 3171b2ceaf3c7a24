package org.samklima.portal.people;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The users of the bound tenant. */
interface Users extends ListCrudRepository<TenantUser, UUID> {

    List<TenantUser> findAllByOrderByName();
}
