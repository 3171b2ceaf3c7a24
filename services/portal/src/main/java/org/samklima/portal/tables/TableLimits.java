package org.samklima.portal.tables;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file may cost at most. Enforced while reading, so that no file can make us hold more than this.
 *
 * @param fileSize size of the file as uploaded
 * @param rows rows that are not blank
 * @param columns cells in one row
 * @param cellLength characters in one cell
 * @param inflatedSize bytes of XML read out of one XLSX file, all parts together
 * @param inflationRatio how many times larger than its compressed form a part of an XLSX file may become, once past ten
 *     megabytes (honest sheets stay under 100; a bomb needs about 1,000)
 * @param zipEntries parts of an XLSX file
 */
@ConfigurationProperties("samklima.tables")
public record TableLimits(
        @DefaultValue("50MB") DataSize fileSize,
        @DefaultValue("500000") int rows,
        @DefaultValue("500") int columns,
        @DefaultValue("20000") int cellLength,
        @DefaultValue("400MB") DataSize inflatedSize,
        @DefaultValue("200") int inflationRatio,
        @DefaultValue("5000") int zipEntries) {

    /** The limits that hold where nothing else is configured. */
    public static TableLimits defaults() {
        return new TableLimits(DataSize.ofMegabytes(50), 500_000, 500, 20_000, DataSize.ofMegabytes(400), 200, 5_000);
    }
}
