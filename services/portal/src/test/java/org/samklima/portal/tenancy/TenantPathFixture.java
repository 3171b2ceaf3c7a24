package org.samklima.portal.tenancy;

/** Lets tests outside this package ask where tenants begin. */
public final class TenantPathFixture {

    private TenantPathFixture() {}

    public static boolean isOutsideTenants(String path) {
        return TenantPath.slugIn(path).isEmpty();
    }
}
