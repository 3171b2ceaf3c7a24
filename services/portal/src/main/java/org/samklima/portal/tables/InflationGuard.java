package org.samklima.portal.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/**
 * Counts what comes out of a workbook's zip while it is being read, over all its parts, and stops a zip bomb at the limit;
 * what the zip's directory claims about sizes is not believed.
 */
final class InflationGuard {

    /** A small part may be as repetitive as it likes. */
    private static final long RATIO_COUNTS_FROM = DataSize.ofMegabytes(10).toBytes();

    private final TableLimits limits;
    private long inflated;

    InflationGuard(TableLimits limits) {
        this.limits = limits;
    }

    InputStream watch(InputStream part, long compressedSize) {
        return new FilterInputStream(part) {
            private long fromThisPart;

            @Override
            public int read() throws IOException {
                int value = super.read();
                count(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(read, 0));
                return read;
            }

            private void count(int bytes) {
                fromThisPart += bytes;
                inflated += bytes;
                boolean swells = fromThisPart > RATIO_COUNTS_FROM
                        && fromThisPart / Math.max(compressedSize, 1) >= limits.inflationRatio();
                if (swells || inflated > limits.inflatedSize().toBytes()) {
                    throw new UnreadableTable(TableFault.ZIP_BOMB);
                }
            }
        };
    }
}
