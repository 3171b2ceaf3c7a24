/** What the container images in {@code docker/} run beside the services: once while they are built, once to fill a new system. */
@NullMarked
package org.samklima.standalone.images;

import org.jspecify.annotations.NullMarked;
