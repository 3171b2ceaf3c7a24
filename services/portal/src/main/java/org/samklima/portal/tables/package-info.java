/**
 * Reading and writing tables: CSV and XLSX as people have them, from hands we do not know.
 *
 * <p>A leaf: knows nothing of tenants, members or indicators. {@link org.samklima.portal.tables.TableFile} opens what was
 * uploaded, {@link org.samklima.portal.tables.Table} gives its columns and rows, {@link
 * org.samklima.portal.tables.NumberEvidence} and {@link org.samklima.portal.tables.NumberReading} its figures, {@link
 * org.samklima.portal.tables.ColumnGuess} which column is what. Everything is bounded by {@link
 * org.samklima.portal.tables.TableLimits} while it is read, not afterwards.
 */
@NullMarked
package org.samklima.portal.tables;

import org.jspecify.annotations.NullMarked;
