/**
 * What is known, as pages, data and files to take along: how a tenant has developed by an indicator, and how the members of an
 * association stand.
 */
@NullMarked
package org.samklima.portal.indicators.web;

import org.jspecify.annotations.NullMarked;
