package org.samklima.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept between two starts. One run at a time holds it. */
final class DataFolder implements AutoCloseable {

    private static final String PROGRAMS = "programs";

    /** Unpacked programs are the same for every run; the lock and the log are in use. */
    private static final Set<String> OUTLIVING_FRESH = Set.of(PROGRAMS, "lock", "logs");

    private static final String DEMONSTRATION_MADE = "demonstration-made";

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws CannotStart if another run holds it or it cannot be written */
    static DataFolder open(Path root, boolean fresh) {
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                throw new CannotStart(
                        "Samklima is running already with the data in %s. Stop it, or keep other data with -Ddata=…"
                                .formatted(root));
            }
            var folder = new DataFolder(root, channel);
            if (fresh) {
                folder.forget();
            }
            Files.createDirectories(folder.logs());
            return folder;
        } catch (IOException failure) {
            throw new CannotStart("The folder %s cannot be used: %s".formatted(root, failure.getMessage()), failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path database() {
        return root.resolve("database");
    }

    Path keycloak() {
        return root.resolve("keycloak");
    }

    Path mails() {
        return root.resolve("mails");
    }

    Path programs() {
        return root.resolve(PROGRAMS);
    }

    Path logs() {
        return root.resolve("logs");
    }

    boolean hasDemonstration() {
        return Files.exists(root.resolve(DEMONSTRATION_MADE));
    }

    void rememberDemonstration() throws IOException {
        Files.createFile(root.resolve(DEMONSTRATION_MADE));
    }

    private void forget() throws IOException {
        try (var children = Files.list(root)) {
            for (var child : children.toList()) {
                if (!OUTLIVING_FRESH.contains(child.getFileName().toString())) {
                    delete(child);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
