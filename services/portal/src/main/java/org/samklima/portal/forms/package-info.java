/**
 * Report forms: what a network asks of its members, when an answer counts as one, what it is worth, and the file by which
 * a form travels. Reporting and evaluation build upon {@link org.samklima.portal.forms.FilledForm}.
 */
@NullMarked
package org.samklima.portal.forms;

import org.jspecify.annotations.NullMarked;
