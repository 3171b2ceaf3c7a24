/** Activities that leave as a file and come back: export and import of lists, as XLSX and CSV, that fit each other. */
@NullMarked
package org.samklima.portal.planning.activityexchange;

import org.jspecify.annotations.NullMarked;
