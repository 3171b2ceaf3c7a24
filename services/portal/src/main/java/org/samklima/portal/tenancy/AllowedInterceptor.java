package org.samklima.portal.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.samklima.portal.problem.Problem;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each tenant route to its {@link Allowed}. */
class AllowedInterceptor implements HandlerInterceptor {

    private final RefusedAccess refused;

    AllowedInterceptor(RefusedAccess refused) {
        this.refused = refused;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOfTenant(method)) {
            if (!Tenancy.isInTenant()) {
                throw Problem.notFound(); // A reserved first segment is never a tenant's, though its pattern fits.
            }
            if (!isAllowed(method, Tenancy.actor())) {
                refused.lacksRole(Tenancy.actor(), request);
                throw new Problem(Problem.Kind.FORBIDDEN, "problem.forbidden");
            }
        }
        return true;
    }

    private static boolean isOfTenant(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), TenantController.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), TenantApi.class);
    }

    static boolean isAllowed(HandlerMethod method, Actor actor) {
        var ofMethod = method.getMethodAnnotation(Allowed.class);
        var allowed = ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
        return allowed != null && (allowed.value().length == 0 || actor.has(allowed.value()));
    }
}
