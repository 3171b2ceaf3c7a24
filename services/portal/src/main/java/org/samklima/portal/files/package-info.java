/**
 * What people attach: checked by its content, never by its name; pictures without what a camera adds to them. Small and
 * below whatever has attachments.
 */
@NullMarked
package org.samklima.portal.files;

import org.jspecify.annotations.NullMarked;
