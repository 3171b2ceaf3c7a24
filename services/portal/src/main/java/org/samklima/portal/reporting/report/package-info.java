/** A member's annual report, in its own tenant: answers, proposals, signing off, submissions, and what the network said of them. */
@NullMarked
package org.samklima.portal.reporting.report;

import org.jspecify.annotations.NullMarked;
