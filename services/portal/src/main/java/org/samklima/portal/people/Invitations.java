package org.samklima.portal.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of the bound tenant. */
@Transactional(readOnly = true)
interface Invitations extends JpaRepository<Invitation, UUID> {

    Optional<Invitation> findByEmailAndAcceptedAtIsNull(String email);

    List<Invitation> findByAcceptedAtIsNullOrderByInvitedAtDesc();
}
