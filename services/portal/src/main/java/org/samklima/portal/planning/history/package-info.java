/** Who changed what in the plan, when; and the plan as it was adopted, to be compared with today. */
@NullMarked
package org.samklima.portal.planning.history;

import org.jspecify.annotations.NullMarked;
