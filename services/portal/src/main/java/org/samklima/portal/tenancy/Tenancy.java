package org.samklima.portal.tenancy;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which tenant is bound, and who acts in it: for one request, one event or one job, and nowhere settable in between.
 * Every transaction takes its tenant from here.
 */
public final class Tenancy {

    /** The field of a log line. */
    private static final String IN_LOGS = "tenant";

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private Tenancy() {}

    /** What a transaction may see. */
    sealed interface Scope {

        /** One tenant's rows. */
        record OfTenant(UUID tenantId, Actor actor) implements Scope {}

        /** One person's own rows in whichever tenants: how they switch between them. */
        record OfPerson(UUID personId) implements Scope {}

        /** Only the tables that have no tenant. */
        record OfPlatform() implements Scope {}
    }

    /**
     * Works in a tenant.
     *
     * @throws IllegalStateException if another tenant is bound already, or a transaction is under way
     */
    public static <T extends @Nullable Object, X extends Throwable> T inTenant(
            UUID tenantId, Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        return bound(new Scope.OfTenant(tenantId, actor), work);
    }

    /** The same for work without a result. */
    public static void inTenant(UUID tenantId, Actor actor, Runnable work) {
        inTenant(tenantId, actor, () -> {
            work.run();
            return true;
        });
    }

    /** Sees one person's own rows across tenants, and meanwhile nothing else of any tenant that is bound around it. */
    public static <T, X extends Throwable> T asPerson(UUID personId, ScopedValue.CallableOp<T, X> work) throws X {
        return bound(new Scope.OfPerson(personId), work);
    }

    /** Sees only the tables without a tenant; a tenant's table is an error. */
    public static <T, X extends Throwable> T onPlatform(ScopedValue.CallableOp<T, X> work) throws X {
        return bound(new Scope.OfPlatform(), work);
    }

    /**
     * Works in a tenant that this very transaction of the platform has added: for {@link TenantFounding} alone.
     *
     * @throws IllegalStateException if anything else is bound than the platform
     */
    static void inFounded(UUID tenantId, Actor founder, Runnable work) {
        if (!(scope().orElse(null) instanceof Scope.OfPlatform)) {
            throw new IllegalStateException("Only the platform founds tenants");
        }
        ScopedValue.where(SCOPE, new Scope.OfTenant(tenantId, founder)).run(work);
    }

    private static <T extends @Nullable Object, X extends Throwable> T bound(
            Scope scope, ScopedValue.CallableOp<T, X> work) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction keeps the tenant that it began with");
        }
        if (SCOPE.isBound() && !SCOPE.get().equals(scope) && !(scope instanceof Scope.OfPerson)) {
            throw new IllegalStateException("Another tenant is bound already: " + SCOPE.get());
        }
        try (var _ = inLogs(scope)) {
            return ScopedValue.where(SCOPE, scope).call(work);
        }
    }

    /** Whatever is logged meanwhile says in which tenant. */
    private static Undo inLogs(Scope scope) {
        var before = MDC.get(IN_LOGS);
        if (scope instanceof Scope.OfTenant tenant) {
            MDC.put(IN_LOGS, tenant.tenantId().toString());
        }
        return () -> {
            if (before == null) {
                MDC.remove(IN_LOGS);
            } else {
                MDC.put(IN_LOGS, before);
            }
        };
    }

    /** What has to be undone and cannot fail. */
    @FunctionalInterface
    private interface Undo extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws NoTenantException if no tenant is bound */
    public static UUID tenantId() {
        return inTenant().tenantId();
    }

    /** @throws NoTenantException if no tenant is bound */
    public static Actor actor() {
        return inTenant().actor();
    }

    /** Whether a tenant is bound; it is not on pages outside tenants, nor on an error page. */
    public static boolean isInTenant() {
        return scope().orElse(null) instanceof Scope.OfTenant;
    }

    private static Scope.OfTenant inTenant() {
        if (scope().orElse(null) instanceof Scope.OfTenant tenant) {
            return tenant;
        }
        throw new NoTenantException();
    }

    static Optional<Scope> scope() {
        return SCOPE.isBound() ? Optional.of(SCOPE.get()) : Optional.empty();
    }
}
