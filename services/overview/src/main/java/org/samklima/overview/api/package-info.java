/** The same editions for programs: JSON and CSV, without a key, from any site. */
@NullMarked
package org.samklima.overview.api;

import org.jspecify.annotations.NullMarked;
