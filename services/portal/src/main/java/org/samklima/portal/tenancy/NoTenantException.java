package org.samklima.portal.tenancy;

/** Data was asked for without a tenant. A mistake of the program, never of its user: nothing was read or written. */
final class NoTenantException extends IllegalStateException {

    NoTenantException() {
        super("No tenant is bound: bind one with Tenancy.inTenant before the transaction begins");
    }
}
