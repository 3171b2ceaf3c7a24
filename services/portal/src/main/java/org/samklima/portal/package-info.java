@NullMarked
package org.samklima.portal;

import org.jspecify.annotations.NullMarked;
