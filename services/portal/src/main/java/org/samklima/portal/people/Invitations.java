package org.samklima.portal.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of the bound tenant. */
@Transactional(readOnly = true)
interface Invitations extends JpaRepository<Invitation, UUID> {

    Optional<Invitation> findByEmailAndAcceptedAtIsNull(String email);

    /** The identity provider has written to the invited. */
    @Modifying
    @Transactional
    @Query("update Invitation invitation set invitation.mailedAt = :at where invitation.id = :id")
    void mailed(UUID id, Instant at);

    List<Invitation> findByAcceptedAtIsNullOrderByInvitedAtDesc();
}
