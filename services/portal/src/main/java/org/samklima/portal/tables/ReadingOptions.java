package org.samklima.portal.tables;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, as far as its user has decided; what is null is found out from the content. Also JSON.
 *
 * @param encoding of a CSV file
 * @param delimiter of a CSV file
 * @param sheet name of a workbook's sheet
 * @param headerRow number of the (last) row with headings, counted from 1 as the file's rows are; 0: there are none
 * @param headerRows how many rows the headings take, 1 or 2
 */
public record ReadingOptions(
        @Nullable Encoding encoding,
        @Nullable Delimiter delimiter,
        @Nullable String sheet,
        @Nullable Integer headerRow,
        @Nullable Integer headerRows) {

    /** Find out everything. */
    public static final ReadingOptions AUTOMATIC = new ReadingOptions(null, null, null, null, null);

    public ReadingOptions withHeader(int row, int rows) {
        return new ReadingOptions(encoding, delimiter, sheet, row, rows);
    }
}
