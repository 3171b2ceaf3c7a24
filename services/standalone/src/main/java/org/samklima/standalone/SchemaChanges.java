package org.samklima.standalone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.samklima.schema.Migration;

/** Tells the schema's changes of one start from those of another without Liquibase, which takes seconds to do so. */
final class SchemaChanges {

    private SchemaChanges() {}

    /** Of the jar that holds the changes; nothing where they are loose files, as in an IDE. */
    static Optional<String> fingerprint() throws IOException {
        try {
            var jar = Path.of(Migration.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(jar)) {
                return Optional.empty();
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (URISyntaxException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
