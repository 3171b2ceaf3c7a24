package org.samklima.portal.tenancy;

import java.util.Map;
import java.util.UUID;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** The second lock beside row-level security: Hibernate adds the bound tenant to whatever it reads and writes. */
@Component
class HibernateTenant implements CurrentTenantIdentifierResolver<UUID>, HibernatePropertiesCustomizer {

    /** Where no tenant is bound, nothing matches. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return Tenancy.scope()
                .map(scope -> scope instanceof Tenancy.Scope.OfTenant tenant ? tenant.tenantId() : NOBODY)
                .orElse(NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
    }
}
