/**
 * Importing lists (members, tenants) from CSV and XLSX: choose columns, try without saving, read what would happen in each
 * row, import all or nothing. Knows nothing of what the lists are about.
 */
@NullMarked
package org.samklima.portal.lists;

import org.jspecify.annotations.NullMarked;
