package org.samklima.portal.tables;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CSV file in the encoding that fits. UTF-8 is so strict that what decodes as UTF-8 is UTF-8; anything else
 * is taken for Windows-1252, unless its user says otherwise.
 */
record DecodedText(byte[] content, int start, Encoding encoding) {

    static DecodedText of(byte[] content, @Nullable Encoding chosen) {
        if (hasUtf16Mark(content) && (chosen == null || chosen == Encoding.UTF_16)) {
            return checked(content, 0, Encoding.UTF_16);
        }
        int start = hasUtf8Mark(content) ? 3 : 0;
        refuseNulBytes(content, chosen);
        if (chosen != null) {
            return checked(content, chosen == Encoding.UTF_8 ? start : 0, chosen);
        }
        if (start > 0 || firstMisfit(content, start, Encoding.UTF_8).isEmpty()) {
            return checked(content, start, Encoding.UTF_8);
        }
        return checked(content, 0, Encoding.WINDOWS_1252);
    }

    Reader reader() {
        return new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start), encoding.charset());
    }

    private static DecodedText checked(byte[] content, int start, Encoding encoding) {
        var misfit = firstMisfit(content, start, encoding);
        if (misfit.isPresent()) {
            throw new UnreadableTable(TableFault.WRONG_ENCODING, lineOf(content, misfit.getAsInt()), encoding.label());
        }
        return new DecodedText(content, start, encoding);
    }

    private static OptionalInt firstMisfit(byte[] content, int start, Encoding encoding) {
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(content, start, content.length - start);
        var out = CharBuffer.allocate(8_192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return OptionalInt.of(in.position());
            }
            if (result.isUnderflow()) {
                return OptionalInt.empty();
            }
            out.clear();
        }
    }

    /** NUL never stands in a text, except in UTF-16, where every other byte is one. */
    private static void refuseNulBytes(byte[] content, @Nullable Encoding chosen) {
        if (chosen == Encoding.UTF_16) {
            return;
        }
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                throw new UnreadableTable(TableFault.NUL_BYTES, lineOf(content, i));
            }
        }
    }

    private static int lineOf(byte[] content, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean hasUtf8Mark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    private static boolean hasUtf16Mark(byte[] content) {
        return content.length >= 2
                && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
    }
}
