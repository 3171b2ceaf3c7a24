package org.samklima.portal.tenancy;

import io.opentelemetry.api.trace.Span;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL at the begin of every transaction whose rows it may see; refuses one without a tenant before it takes
 * a connection. The value is a literal in SET LOCAL, because Citus passes only those on to its workers, and local,
 * because a pooled connection must forget it.
 */
class TenantTransactionManager extends JpaTransactionManager {

    /** Spring Modulith keeps its register of events outside any tenant, and at times outside any request. */
    private static final String EVENT_REGISTRY = "org.springframework.modulith.";

    private final DataSource dataSource;

    TenantTransactionManager(EntityManagerFactory entityManagers, DataSource dataSource) {
        super(entityManagers);
        this.dataSource = dataSource;
        // Else whoever is outside a transaction on purpose, to ask another service, would hold a connection while that
        // answers.
        setTransactionSynchronization(SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var scope =
                Tenancy.scope().or(() -> ofEventRegistry(definition.getName())).orElseThrow(NoTenantException::new);
        super.doBegin(transaction, definition);
        var settings = setting(scope) + cause();
        if (!settings.isEmpty()) {
            try {
                execute(settings);
            } catch (RuntimeException failure) {
                giveUp(transaction, failure);
                throw failure;
            }
        }
    }

    /** Spring takes a transaction that did not begin for one that left nothing: not a connection, and nothing on the thread. */
    private void giveUp(Object transaction, RuntimeException failure) {
        var begun = (EntityManagerHolder)
                Objects.requireNonNull(TransactionSynchronizationManager.getResource(obtainEntityManagerFactory()));
        try {
            begun.getEntityManager().getTransaction().rollback();
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
        doCleanupAfterCompletion(transaction);
    }

    private static String setting(Tenancy.Scope scope) {
        return switch (scope) {
            case Tenancy.Scope.OfTenant tenant -> "SET LOCAL app.tenant_id = '" + tenant.tenantId() + "';";
            case Tenancy.Scope.OfPerson person -> "SET LOCAL app.person_id = '" + person.personId() + "';";
            case Tenancy.Scope.OfPlatform _ -> ""; // Any tenant's table is an error.
        };
    }

    /** A job that is scheduled meanwhile keeps which span it comes from, as a W3C traceparent; hexadecimal, so a safe literal. */
    private static String cause() {
        var span = Span.current().getSpanContext();
        return span.isSampled()
                ? "SET LOCAL app.caused_by = '00-" + span.getTraceId() + "-" + span.getSpanId() + "-01'"
                : "";
    }

    private static Optional<Tenancy.Scope> ofEventRegistry(@Nullable String name) {
        return name != null && name.startsWith(EVENT_REGISTRY)
                ? Optional.of(new Tenancy.Scope.OfPlatform())
                : Optional.empty();
    }

    private void execute(String setting) {
        var holder =
                (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(dataSource));
        try (var statement = holder.getConnection().createStatement()) {
            statement.execute(setting);
        } catch (SQLException failure) {
            throw new TransactionSystemException("The transaction could not be bound to its tenant", failure);
        }
    }
}
