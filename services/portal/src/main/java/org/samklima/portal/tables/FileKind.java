package org.samklima.portal.tables;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    TEXT,
    ZIP;

    private static final int[] OLE2 = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    private static final int[] ZIPPED = {'P', 'K', 3, 4};
    private static final int[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final int[] PDF = {'%', 'P', 'D', 'F'};
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] PNG = {0x89, 'P', 'N', 'G'};
    private static final int[] JPEG = {0xFF, 0xD8, 0xFF};

    /** A file protected with a password is an OLE2 container with a stream of this name. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final Pattern MARKUP = Pattern.compile("<(!doctype|html|head|meta|table|\\?xml|workbook)\\b");

    static FileKind of(byte[] content) {
        if (beginsWith(content, ZIPPED) || beginsWith(content, EMPTY_ZIP)) {
            return ZIP;
        }
        if (beginsWith(content, OLE2)) {
            throw new UnreadableTable(
                    contains(content, ENCRYPTED) ? TableFault.PASSWORD_PROTECTED : TableFault.OLD_XLS);
        }
        if (beginsWith(content, PDF)) {
            throw new UnreadableTable(TableFault.PDF);
        }
        if (beginsWith(content, GZIP) || beginsWith(content, PNG) || beginsWith(content, JPEG)) {
            throw new UnreadableTable(TableFault.NOT_TEXT);
        }
        if (isMarkup(content)) {
            throw new UnreadableTable(TableFault.WEB_PAGE);
        }
        return TEXT;
    }

    private static boolean isMarkup(byte[] content) {
        var opening = new String(content, 0, Math.min(content.length, 1_000), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(ï»¿|ÿþ|þÿ)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return opening.startsWith("<") && MARKUP.matcher(opening).find();
    }

    private static boolean beginsWith(byte[] content, int[] signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] content, byte[] sought) {
        for (int i = 0; i <= content.length - sought.length; i++) {
            int matched = 0;
            while (matched < sought.length && content[i + matched] == sought[matched]) {
                matched++;
            }
            if (matched == sought.length) {
                return true;
            }
        }
        return false;
    }
}
