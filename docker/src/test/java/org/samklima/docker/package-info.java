/** Holds Dockerfile and compose file to what they promise, without a container engine. */
@NullMarked
package org.samklima.docker;

import org.jspecify.annotations.NullMarked;
