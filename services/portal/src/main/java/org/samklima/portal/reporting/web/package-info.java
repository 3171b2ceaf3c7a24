/** Pages and API of the reporting: an association's rounds, a member's reports. */
@NullMarked
package org.samklima.portal.reporting.web;

import org.jspecify.annotations.NullMarked;
