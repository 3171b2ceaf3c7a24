package org.samklima.portal.retention;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept, in days, months or years ({@code 90d}, {@code 18m}, {@code 10y}). The database itself holds on to
 * audit trail and change history for a year, whatever stands here.
 *
 * @param auditTrail who did what
 * @param changeHistory how plans changed
 * @param mail written to people, counted from when it was sent; unsent from when it was written
 * @param invitations that nobody took up, counted from when they expired, and those taken up
 * @param archives of whole tenants, ready to be fetched
 * @param imports files that figures were imported from, or were to be
 * @param eventPublications handled events
 */
@ConfigurationProperties("samklima.retention")
public record RetentionProperties(
        @DefaultValue("5y") Period auditTrail,
        @DefaultValue("10y") Period changeHistory,
        @DefaultValue("90d") Period mail,
        @DefaultValue("90d") Period invitations,
        @DefaultValue("7d") Period archives,
        @DefaultValue("1y") Period imports,
        @DefaultValue("30d") Period eventPublications) {}
