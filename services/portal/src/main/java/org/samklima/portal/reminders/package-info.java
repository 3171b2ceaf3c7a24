/**
 * Reminders by mail of what is due: one mail a person, organisation and day, in the rhythm that the person chose, with a way
 * out that needs no sign-in.
 */
@NullMarked
package org.samklima.portal.reminders;

import org.jspecify.annotations.NullMarked;
