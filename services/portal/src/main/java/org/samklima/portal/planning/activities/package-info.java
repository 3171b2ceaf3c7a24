/** Activities: what is done for the climate, by whom, until when and for how much; and their log. */
@NullMarked
package org.samklima.portal.planning.activities;

import org.jspecify.annotations.NullMarked;
