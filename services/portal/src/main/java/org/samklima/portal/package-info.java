/** The signed-in application of municipalities and associations: a modular monolith, one package for each feature. */
@NullMarked
package org.samklima.portal;

import org.jspecify.annotations.NullMarked;
