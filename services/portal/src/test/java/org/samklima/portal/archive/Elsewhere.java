package org.samklima.portal.archive;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.samklima.keycloak.Accounts;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantClosings;
import org.samklima.portal.tenancy.TenantFounding;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.schema.TestDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Another deployment: a database of its own with the same schema, and of the portal what lets tenants in. */
final class Elsewhere {

    /** Accounts of another identity provider. */
    static final class KnownAccounts implements Accounts {

        final Map<String, UUID> ids = new HashMap<>();

        @Override
        public Optional<UUID> find(String email) {
            return Optional.ofNullable(ids.get(email.toLowerCase(Locale.ROOT)));
        }

        @Override
        public UUID open(String email, String name, Locale language) {
            return ids.computeIfAbsent(email.toLowerCase(Locale.ROOT), _ -> UUID.randomUUID());
        }

        @Override
        public void signOutEverywhere(UUID person) {
            throw new UnsupportedOperationException("Nobody is signed in there");
        }

        @Override
        public void delete(UUID person) {
            ids.values().remove(person);
        }
    }

    final JdbcClient superuser;
    final Arrivals arrivals;
    final KnownAccounts accounts = new KnownAccounts();

    Elsewhere(String name) {
        TestDatabase.make(name);
        superuser = JdbcClient.create(TestDatabase.shared().superuser(name));
        var portal = TestDatabase.shared().as("portal", name);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> portal);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(portal));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(portal));
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Accounts.class, () -> accounts);
        context.registerBean(JdbcTransactionManager.class, () -> new BindingTheTenant(portal));
        context.register(
                Tenants.class,
                TenantClosings.class,
                TenantTables.class,
                TenantFounding.class,
                AuditTrail.class,
                ArrivingTenant.class,
                Arrivals.class);
        context.refresh();
        arrivals = context.getBean(Arrivals.class);
    }

    /** As the portal's own does, without Hibernate. */
    private static final class BindingTheTenant extends JdbcTransactionManager {

        BindingTheTenant(DataSource portal) {
            super(portal);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            super.doBegin(transaction, definition);
            if (Tenancy.isInTenant()) {
                var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(getDataSource());
                try (var statement = holder.getConnection().createStatement()) {
                    statement.execute("SET LOCAL app.tenant_id = '" + Tenancy.tenantId() + "'");
                } catch (java.sql.SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
    }
}
