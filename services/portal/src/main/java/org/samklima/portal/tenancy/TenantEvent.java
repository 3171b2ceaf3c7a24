package org.samklima.portal.tenancy;

import java.util.UUID;

/** Something that happened in a tenant. Carries ids, never content: whoever handles it looks for itself. */
public interface TenantEvent {

    /** In which tenant its listeners work. */
    UUID tenantId();
}
