/** Editions: composing one, publishing and withdrawing it, and its open data. */
@NullMarked
package org.samklima.portal.publication;

import org.jspecify.annotations.NullMarked;
