/**
 * The published shelf's contract. Everything here may be seen by any visitor. The portal writes these documents once and
 * never alters them; the overview reads nothing else. The contract changes only by adding: a field that joins a record
 * is nullable or a list, and a value that joins an enum raises {@link Edition#FORMAT}.
 */
@NullMarked
package org.samklima.published;

import org.jspecify.annotations.NullMarked;
