/** Pages and API by which an association's staff import, read and export report forms. */
@NullMarked
package org.samklima.portal.forms.web;

import org.jspecify.annotations.NullMarked;
