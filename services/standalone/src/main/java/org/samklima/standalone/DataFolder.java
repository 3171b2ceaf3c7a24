package org.samklima.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept between two starts. One run at a time holds it. */
final class DataFolder implements AutoCloseable {

    /** Raised when a newer Samklima keeps its data in a way that this one would not understand. */
    static final int FORMAT = 1;

    private static final String FORMAT_FILE = "format";
    private static final String LOCK = "lock";
    private static final String PROGRAMS = "programs";
    private static final String LOGS = "logs";
    private static final String DATABASE = "database";
    private static final String PROCESSES = "processes";
    private static final String MIGRATED = "migrated-to";
    private static final String DEMONSTRATION_MADE = "demonstration-made";

    /** Unpacked programs are the same for every run; the others are in use. */
    private static final Set<String> OUTLIVING_FRESH = Set.of(PROGRAMS, LOCK, LOGS, FORMAT_FILE, PROCESSES);

    private static final FileAttribute<Set<PosixFilePermission>> ONLY_FOR_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final FileChannel lock;
    private final Leftovers leftovers;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
        this.leftovers = new Leftovers(root.resolve(PROCESSES));
    }

    /**
     * Opens the folder, makes it if need be, and ends what a killed run left running in it.
     *
     * @param fresh whether to forget what is in it
     * @throws CannotStart if another run holds it, a newer version made it, or it is not ours
     */
    static DataFolder open(Path root, boolean fresh) throws InterruptedException {
        try {
            requireOurs(root);
            if (!Files.exists(root)) {
                Files.createDirectories(root.getParent());
                Files.createDirectory(root, ONLY_FOR_ITS_OWNER);
            }
            Files.writeString(root.resolve(FORMAT_FILE), FORMAT + "\n");
            Files.createDirectories(root.resolve(LOGS));
            var folder = new DataFolder(root, lock(root));
            folder.leftovers.end();
            if (fresh) {
                folder.forget();
            }
            return folder;
        } catch (IOException failure) {
            throw new CannotStart("The folder %s cannot be used: %s".formatted(root, failure.getMessage()), failure);
        }
    }

    private static void requireOurs(Path root) throws IOException {
        var file = root.resolve(FORMAT_FILE);
        if (Files.exists(file)) {
            int format = Integer.parseInt(Files.readString(file).strip());
            if (format > FORMAT) {
                throw new CannotStart(
                        "The data in %s was made by a newer version of Samklima. Start that one, or keep other data with -Ddata=…"
                                .formatted(root));
            }
        } else if (Files.exists(root) && !isEmpty(root)) {
            throw new CannotStart(
                    "The folder %s holds something that is not Samklima's. Choose an empty folder with -Ddata=…"
                            .formatted(root));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStart(
                    "Samklima is running already with the data in %s. Stop it, or keep other data with -Ddata=…"
                            .formatted(root));
        }
        return channel;
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
        return root.resolve(DATABASE);
    }

    Path unfinishedDatabase() throws IOException {
        var folder = root.resolve("database-unfinished");
        if (Files.exists(folder)) {
            delete(folder);
        }
        return folder;
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
        return root.resolve(LOGS);
    }

    Leftovers leftovers() {
        return leftovers;
    }

    boolean hasDemonstration() {
        return Files.exists(root.resolve(DEMONSTRATION_MADE));
    }

    void rememberDemonstration() throws IOException {
        Files.createFile(root.resolve(DEMONSTRATION_MADE));
    }

    boolean isMigratedTo(String changes) throws IOException {
        var file = root.resolve(MIGRATED);
        return Files.exists(file) && Files.readString(file).equals(changes);
    }

    void rememberMigration(String changes) throws IOException {
        Files.writeString(root.resolve(MIGRATED), changes);
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
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
