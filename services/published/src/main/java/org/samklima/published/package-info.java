@NullMarked
package org.samklima.published;

import org.jspecify.annotations.NullMarked;
