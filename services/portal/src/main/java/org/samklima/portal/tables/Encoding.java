package org.samklima.portal.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The character encodings in which our users' files come. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    /** What Windows programs in western Europe write; contains all letters of ISO-8859-1. */
    WINDOWS_1252(Charset.forName("windows-1252")),
    ISO_8859_1(StandardCharsets.ISO_8859_1),
    /** "Unicode text" of spreadsheet programs. */
    UTF_16(StandardCharsets.UTF_16);

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }

    /** The name by which the world knows it, the same in every language. */
    public String label() {
        return charset.name();
    }
}
