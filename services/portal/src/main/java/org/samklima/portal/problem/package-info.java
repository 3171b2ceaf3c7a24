/** What cannot be done, said so that the reader knows what happened, what was kept and what to do next. */
@NullMarked
package org.samklima.portal.problem;

import org.jspecify.annotations.NullMarked;
