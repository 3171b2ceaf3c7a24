package org.samklima.portal.tenancy;

import java.util.Optional;
import java.util.Set;

/** Where a tenant stands in a path, and which first segments can never be a tenant. */
final class TenantPath {

    static final String PAGES = "/{tenant}";
    static final String API = "/api/v1/{tenant}";

    /** First segments of everything outside tenants; no tenant may take one as its slug. */
    static final Set<String> RESERVED = Set.of(
            "",
            "actuator",
            "api",
            "api-docs",
            "assets",
            "calendar",
            "catalogue",
            "error",
            "favicon.ico",
            "help",
            "home",
            "login",
            "logout",
            "me",
            "oauth2",
            "operator",
            "page-outdated",
            "robots.txt",
            "sign-in-ended",
            "sign-in-failed",
            "sign-in-unavailable",
            "swagger-ui",
            "swagger-ui.html",
            "unsubscribe",
            "v3",
            "webjars");

    /** First segments under {@code /api/v1} of what is not a tenant's. */
    static final Set<String> RESERVED_IN_API = Set.of("operator", "me", "report-form-schema");

    private static final String API_PREFIX = "/api/v1/";

    private TenantPath() {}

    /** @return the slug that the path names; empty for a path outside tenants */
    static Optional<String> slugIn(String path) {
        var inApi = path.startsWith(API_PREFIX);
        var slug = firstSegment(path.substring(inApi ? API_PREFIX.length() : 1));
        var reserved = inApi ? RESERVED_IN_API : RESERVED;
        return reserved.contains(slug) ? Optional.empty() : Optional.of(slug);
    }

    private static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
