/** What time it is: the one clock that every module asks, so that a demonstration and a test can move it. */
@NullMarked
package org.samklima.portal.time;

import org.jspecify.annotations.NullMarked;
