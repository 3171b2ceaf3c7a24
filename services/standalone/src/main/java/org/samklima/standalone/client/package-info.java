/** Works with a running portal over its API, as this or that person. */
@NullMarked
package org.samklima.standalone.client;

import org.jspecify.annotations.NullMarked;
