package org.samklima.portal.home;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.BrowserSignIn;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.problem.DatabaseAway;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantFilter;
import org.samklima.portal.tenancy.TenantPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What the head and the foot of every page lead to, for whoever reads it; templates see it as {@code @navigation}. */
@Component("navigation")
class Navigation {

    private static final Logger LOG = LoggerFactory.getLogger(Navigation.class);

    private final MyTenants myTenants;
    private final TenantPages pages;
    private final HttpServletRequest request;
    private final String overviewUrl;

    Navigation(
            MyTenants myTenants,
            TenantPages pages,
            HttpServletRequest request,
            @Value("${samklima.overview-url}") String overviewUrl) {
        this.myTenants = myTenants;
        this.pages = pages;
        this.request = request;
        this.overviewUrl = overviewUrl;
    }

    /**
     * Where a signed-in person is and can go.
     *
     * @param tenant the one they are in; null outside any
     * @param links the main navigation of that tenant
     * @param workplaces every tenant they work in
     */
    record Place(SignedIn person, @Nullable Tenant tenant, List<Link> links, List<Workplace> workplaces) {}

    /** @param current {@code page} on the page itself, {@code true} on a page below it; null elsewhere */
    record Link(String href, String text, @Nullable String current) {}

    /** Whether nobody can be asked who reads: the page that says so does not tell the signed in that they are not. */
    public boolean isUnknown() {
        return DatabaseAway.isReaderUnknown(request);
    }

    /** Null where nobody is signed in. */
    public @Nullable Place place() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return null;
        }
        var person = SignedIn.of(authentication);
        var tenant = TenantFilter.tenantOf(request).orElse(null);
        return new Place(person, tenant, links(tenant, request.getRequestURI()), workplaces(person));
    }

    /** The page of a failure must not fail over this. */
    private List<Workplace> workplaces(SignedIn person) {
        try {
            return myTenants.of(person.person());
        } catch (DataAccessException | TransactionException failure) {
            if (request.getDispatcherType() == DispatcherType.ERROR && DatabaseAway.isCauseOf(failure)) {
                LOG.warn("An error page is shown without where its reader works", failure);
                return List.of();
            }
            throw failure;
        }
    }

    public String overviewUrl() {
        return overviewUrl;
    }

    public String signIn() {
        return BrowserSignIn.START;
    }

    private List<Link> links(@Nullable Tenant tenant, String address) {
        if (tenant == null || !Tenancy.isInTenant()) {
            return List.of();
        }
        return pages.of(tenant, Tenancy.actor()).stream()
                .map(page -> new Link(page.path(), page.text(), current(page.path(), address)))
                .toList();
    }

    private static @Nullable String current(String path, String address) {
        if (address.equals(path)) {
            return "page";
        }
        return address.startsWith(path + "/") ? "true" : null;
    }
}
