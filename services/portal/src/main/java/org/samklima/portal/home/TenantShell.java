package org.samklima.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import org.samklima.pages.Shell;
import org.samklima.pages.ShellCustomizer;
import org.samklima.portal.tenancy.TenantFilter;
import org.springframework.stereotype.Component;

/** Puts the bound tenant's name and colour around its pages. */
@Component
class TenantShell implements ShellCustomizer {

    @Override
    public Shell customize(Shell shell, HttpServletRequest request) {
        return TenantFilter.tenantOf(request)
                .map(tenant -> shell.named(tenant.name(), "/" + tenant.slug())
                        .coloured(tenant.accentColour().substring(1)))
                .orElse(shell);
    }
}
