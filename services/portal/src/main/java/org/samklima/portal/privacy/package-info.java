/** What Samklima knows about a person, shown to them and erased when they ask for it: docs/privacy.md. */
@NullMarked
package org.samklima.portal.privacy;

import org.jspecify.annotations.NullMarked;
