/**
 * The communication plan: who is to learn what, where, to what effect, when, and who sees to it. What is to be done follows
 * from it as tasks with days, a year wheel and a calendar; a glossary says who is meant by its names.
 */
@NullMarked
package org.samklima.portal.planning.communication;

import org.jspecify.annotations.NullMarked;
