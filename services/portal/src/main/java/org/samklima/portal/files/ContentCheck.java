package org.samklima.portal.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tika.Tika;

/** Says what a file is by what is in it. */
final class ContentCheck {

    private static final Tika TIKA = new Tika();

    private ContentCheck() {}

    /** Empty for whatever is none of the kinds that a file may be. */
    static Optional<ContentKind> kindOf(byte[] content) {
        var detected = TIKA.detect(content);
        if (isZip(content)) {
            return OfficeDocument.kindOf(content);
        }
        var kind = ContentKind.ofMediaType(detected);
        if (kind.isPresent()) {
            return kind;
        }
        return isPlainText(detected, content) ? Optional.of(ContentKind.TEXT) : Optional.empty();
    }

    private static boolean isZip(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K';
    }

    private static boolean isPlainText(String detected, byte[] content) {
        if (!detected.startsWith("text/") || detected.equals("text/html")) {
            return false;
        }
        return hasByteOrderMark(content) ? isUtf16(content) : hasOnlyTextBytes(content);
    }

    private static boolean hasByteOrderMark(byte[] content) {
        return content.length > 1
                && ((content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
                        || (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE));
    }

    /** As spreadsheet programs save "Unicode text". */
    private static boolean isUtf16(byte[] content) {
        try {
            StandardCharsets.UTF_16.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasOnlyTextBytes(byte[] content) {
        for (byte each : content) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        return true;
    }
}
