/** What people type into the forms of the plan, understood. */
@NullMarked
package org.samklima.portal.planning.forms;

import org.jspecify.annotations.NullMarked;
