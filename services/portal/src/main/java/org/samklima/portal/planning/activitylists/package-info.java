/**
 * Activities looked at together: as a list, as a board by status and along the years, all by the same filter; and views that
 * somebody saved. Reads by SQL what it shows, and no more.
 */
@NullMarked
package org.samklima.portal.planning.activitylists;

import org.jspecify.annotations.NullMarked;
