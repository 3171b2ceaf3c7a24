package org.samklima.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small disk of its own for the database, in memory, so that filling it hurts nobody else. Needs the right to mount. */
final class Disk implements AutoCloseable {

    private static final String SIZE = "700m";

    private final Path folder;
    private final boolean small;

    private Disk(Path folder, boolean small) {
        this.folder = folder;
        this.small = small;
    }

    /** An ordinary folder where it may not be mounted. */
    static Disk at(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return new Disk(
                folder,
                run("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=0700", "samklima-faults", folder.toString()));
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Whether it can be filled. */
    boolean isSmall() {
        return small;
    }

    /** To the last byte. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast())) {
            fill(out, new byte[1024 * 1024]);
        }
    }

    private static void fill(OutputStream out, byte[] block) {
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (block.length > 512) {
                fill(out, new byte[block.length / 2]);
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws InterruptedException {
        if (small) {
            run("umount", "-l", folder.toString());
        }
    }
}
