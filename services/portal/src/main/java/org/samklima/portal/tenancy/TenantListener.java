package org.samklima.portal.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Handles a {@link TenantEvent} after the transaction that published it, in a transaction of its own with the event's
 * tenant bound before it begins. Kept in the database until handled, so at least once: handle it idempotently.
 */
@Async(TenantListener.THREADS)
@Transactional(propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TenantListener {

    /** Some events at a time, so that hundreds at once leave connections for those who wait before a screen. */
    String THREADS = "eventListeners";

    /** For {@code @Async} on a listener that waits for another service: whoever does not, does not wait behind it. */
    String THREADS_THAT_WAIT = "waitingEventListeners";
}
