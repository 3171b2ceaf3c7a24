/** Networks made up by a seed: the object mother of every test and of the benchmark. Nothing in them is real. */
@NullMarked
package org.samklima.overview.invented;

import org.jspecify.annotations.NullMarked;
