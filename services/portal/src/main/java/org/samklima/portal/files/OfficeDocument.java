package org.samklima.portal.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Which office document a zip is, by what it declares itself to be. Only that one part is unpacked, and only so much of it
 * as a declaration can be long; a document with macros is none of ours.
 */
final class OfficeDocument {

    private static final int LONGEST_DECLARATION = 1024 * 1024;
    private static final int MOST_PARTS = 20_000;

    private OfficeDocument() {}

    static Optional<ContentKind> kindOf(byte[] content) {
        try (var zip = opened(content)) {
            if (zip.size() > MOST_PARTS
                    || zip.stream().anyMatch(part -> part.getName().endsWith("vbaProject.bin"))) {
                return Optional.empty();
            }
            var mimetype = part(zip, "mimetype");
            return mimetype != null
                    ? ContentKind.ofMediaType(mimetype.strip())
                    : Optional.ofNullable(part(zip, "[Content_Types].xml")).flatMap(OfficeDocument::declared);
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static ZipFile opened(byte[] content) throws IOException {
        var file = temporary(content);
        try {
            return new ZipFile(file, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
        } finally {
            file.delete();
        }
    }

    private static File temporary(byte[] content) {
        try {
            return Files.write(Files.createTempFile("attached", ".zip"), content)
                    .toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String part(ZipFile zip, String name) throws IOException {
        var part = zip.getEntry(name);
        if (part == null) {
            return null;
        }
        try (var in = zip.getInputStream(part)) {
            return new String(in.readNBytes(LONGEST_DECLARATION), StandardCharsets.UTF_8);
        }
    }

    /** The main part of each is declared as its media type and {@code .main+xml}. */
    private static Optional<ContentKind> declared(String contentTypes) {
        for (var kind : new ContentKind[] {ContentKind.DOCX, ContentKind.XLSX, ContentKind.PPTX}) {
            if (contentTypes.contains("\"" + kind.mediaType() + ".main+xml\"")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
