/** Measures the overview against the ceiling of its own stack and against SQL: see {@code docs/benchmark.md}. */
@NullMarked
package org.samklima.overview.benchmark;

import org.jspecify.annotations.NullMarked;
