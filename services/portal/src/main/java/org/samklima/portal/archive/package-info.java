/** A tenant takes everything it has along in one file, and arrives with it in another deployment: docs/tenant-archive.md. */
@NullMarked
package org.samklima.portal.archive;

import org.jspecify.annotations.NullMarked;
