package org.samklima.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords that nobody chose: made at the first start, kept readable by their owner only. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Path file;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path folder) throws IOException {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            try (var in = Files.newBufferedReader(secrets.file)) {
                secrets.known.load(in);
            }
        }
        return secrets;
    }

    /** The same at every start. */
    synchronized String of(String name) {
        if (!known.containsKey(name)) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            known.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            save();
        }
        return known.getProperty(name);
    }

    private void save() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newBufferedWriter(file)) {
                known.store(out, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
