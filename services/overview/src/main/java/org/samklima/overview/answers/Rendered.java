package org.samklima.overview.answers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as it is kept: compressed only, since nearly every reader takes it so.
 *
 * @param compressed by gzip
 * @param entityTag weak, from the content: the same on every instance
 */
record Rendered(byte[] compressed, String contentType, String entityTag) {

    private static final int TAG_BYTES = 12;
    private static final int BUFFER = 1 << 13;

    /** Writes an answer into the stream. */
    @FunctionalInterface
    interface Renderer {

        void writeTo(OutputStream out) throws Exception;
    }

    static Rendered of(String contentType, Renderer renderer) throws Exception {
        var bytes = new ByteArrayOutputStream(1 << 14);
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(new GZIPOutputStream(bytes, BUFFER), digest)) {
            renderer.writeTo(out);
        }
        String tag = HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
        return new Rendered(bytes.toByteArray(), contentType, "W/\"" + tag + "\"");
    }

    /** For the rare reader who does not take it compressed. */
    InputStream plain() {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(compressed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
