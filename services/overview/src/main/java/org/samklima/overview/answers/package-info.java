/**
 * Answers that are made once and given many times: rendered, compressed and kept until what they tell of changes.
 *
 * <p>A handler returns an {@link org.samklima.overview.answers.Answer}: what it is called, how long browsers may keep it,
 * and how to make it. It is made only if nobody asked for it before.
 */
@NullMarked
package org.samklima.overview.answers;

import org.jspecify.annotations.NullMarked;
