/**
 * The yearly reporting: an association's rounds, and the annual report of each member from draft to submission.
 *
 * <p>Here stand the association's side and what both sides and other modules know of each other: the round as it is
 * published for members, the report as it is submitted, the review as it comes back. The member's report itself is in
 * {@code report}, the pages and the API of both sides in {@code web}.
 */
@NullMarked
package org.samklima.portal.reporting;

import org.jspecify.annotations.NullMarked;
