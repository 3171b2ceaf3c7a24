package org.samklima.portal.tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the tenant that the path names for the length of the request, if the signed-in person belongs to it. Otherwise
 * 404: a stranger does not learn whether the tenant exists. Stands behind Spring Security's filters.
 */
public class TenantFilter extends OncePerRequestFilter {

    static final String TENANT = "tenant";

    private final Tenants tenants;
    private final Admission admission;
    private final RefusedAccess refused;

    TenantFilter(Tenants tenants, Admission admission, RefusedAccess refused) {
        this.tenants = tenants;
        this.admission = admission;
        this.refused = refused;
    }

    /** The tenant that this request is bound to; still known while its error page is made. */
    public static Optional<Tenant> tenantOf(HttpServletRequest request) {
        return Optional.ofNullable((Tenant) request.getAttribute(TENANT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var slug = TenantPath.slugIn(request.getRequestURI());
        if (slug.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var tenant = tenants.openBySlug(slug.get());
        var actor = tenant.flatMap(this::admitted);
        if (actor.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(TENANT, tenant.get());
        try {
            Tenancy.inTenant(tenant.get().id(), actor.get(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Actor> admitted(Tenant tenant) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated()) {
            return Optional.empty();
        }
        var actor = Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> admission.admit(tenant, person));
        if (actor.isEmpty() && !(person instanceof AnonymousAuthenticationToken)) {
            refused.isStranger(person, tenant.id());
        }
        return actor;
    }
}
