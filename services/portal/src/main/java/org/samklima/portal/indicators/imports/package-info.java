/**
 * Figures from files: what a file means is guessed, corrected by whoever imports it, tried, and then imported by a job that survives
 * a restart.
 */
@NullMarked
package org.samklima.portal.indicators.imports;

import org.jspecify.annotations.NullMarked;
