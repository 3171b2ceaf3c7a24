/** The communication plan's pages, its API, and the forms in which it leaves. */
@NullMarked
package org.samklima.portal.planning.communication.web;

import org.jspecify.annotations.NullMarked;
