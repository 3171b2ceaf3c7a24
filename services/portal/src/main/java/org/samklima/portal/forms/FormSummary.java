package org.samklima.portal.forms;

import java.time.Instant;
import java.util.UUID;
import org.samklima.published.Texts;

/**
 * A report form of the bound association, without its questions.
 *
 * @param title of its latest version
 * @param latestVersion versions count from 1 without a gap
 * @param changedAt when the latest version came
 */
public record FormSummary(UUID id, String code, Texts title, int latestVersion, Instant changedAt) {}
