/** What is published, as it stands: read from the database beside the requests, never by one. */
@NullMarked
package org.samklima.overview.shelf;

import org.jspecify.annotations.NullMarked;
