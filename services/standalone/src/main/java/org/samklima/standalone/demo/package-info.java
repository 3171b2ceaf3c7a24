/** The demonstration: an invented network and the two years it has lived, made through the product's own API. */
@NullMarked
package org.samklima.standalone.demo;

import org.jspecify.annotations.NullMarked;
