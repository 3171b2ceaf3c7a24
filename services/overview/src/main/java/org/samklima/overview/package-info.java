@NullMarked
package org.samklima.overview;

import org.jspecify.annotations.NullMarked;
