package org.samklima.portal.tables;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook's zip by name. Reads through a temporary file that does not outlive this object. */
final class Parts implements Closeable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final InflationGuard guard;

    private Parts(ZipFile zip, InflationGuard guard) {
        this.zip = zip;
        this.guard = guard;
        // Some writers get upper and lower case or the slashes wrong, and spreadsheet programs bear with them.
        zip.stream().forEach(entry -> entries.putIfAbsent(normalized(entry.getName()), entry));
    }

    static Parts open(byte[] content, TableLimits limits) {
        var zip = unpackable(content);
        if (zip.size() > limits.zipEntries()) {
            close(zip);
            throw new UnreadableTable(TableFault.ZIP_BOMB);
        }
        return new Parts(zip, new InflationGuard(limits));
    }

    private static ZipFile unpackable(byte[] content) {
        var file = temporary(content);
        try {
            return new ZipFile(file, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
        } catch (IOException e) {
            throw new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
        } finally {
            file.delete();
        }
    }

    private static File temporary(byte[] content) {
        try {
            var file = Files.createTempFile("table", ".zip");
            return Files.write(file, content).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return entries.containsKey(normalized(name));
    }

    Optional<Xml> find(String name) {
        return Optional.ofNullable(entries.get(normalized(name))).map(entry -> new Xml(stream(entry)));
    }

    Xml get(String name) {
        return find(name).orElseThrow(() -> new UnreadableTable(TableFault.BROKEN_WORKBOOK));
    }

    private InputStream stream(ZipEntry entry) {
        try {
            return guard.watch(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (IOException e) {
            throw new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
        }
    }

    private static String normalized(String name) {
        var path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
