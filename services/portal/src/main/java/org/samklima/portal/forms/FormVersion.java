package org.samklima.portal.forms;

import java.time.Instant;

/** When a version of a report form came. */
public record FormVersion(int version, Instant createdAt) {}
