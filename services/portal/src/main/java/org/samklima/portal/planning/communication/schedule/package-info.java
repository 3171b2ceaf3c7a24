/** When something is to be done: reading what people write, and the days that follow from it. Knows no database. */
@NullMarked
package org.samklima.portal.planning.communication.schedule;

import org.jspecify.annotations.NullMarked;
