package org.samklima.portal.audit;

import java.time.Instant;
import java.util.Map;

/** One line of the audit trail: see {@link AuditTrail#record}. */
public record AuditEntry(
        Instant at, String actor, String action, String subject, String subjectId, Map<String, Object> detail) {}
