package org.samklima.portal.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An archive that came from somewhere, read with distrust: it may be damaged, cut off, or made to fill a machine's memory. */
final class ArchiveFile implements AutoCloseable {

    private static final int LARGEST_TEXT = 64 * 1024 * 1024;
    private static final int LARGEST_FILE = 128 * 1024 * 1024;
    private static final int MOST_PEOPLE = 100_000;

    private final ZipFile zip;
    private final JsonMapper json;
    private final Manifest manifest;

    /** Who works in the tenant, as its archive knows them. */
    record Person(UUID id, String name, String email) {}

    private ArchiveFile(ZipFile zip, JsonMapper json) {
        this.zip = zip;
        this.json = json;
        this.manifest = read(Manifest.FILE, Manifest.class);
    }

    /** @throws Problem if this is no archive, or one of a format that is not known here */
    static ArchiveFile open(Path path, JsonMapper json) {
        try {
            var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                var archive = new ArchiveFile(zip, json);
                if (archive.manifest.format() != Manifest.FORMAT) {
                    throw Problem.invalid("archive.format-unknown", archive.manifest.format(), Manifest.FORMAT);
                }
                return archive;
            } catch (RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (IOException none) {
            throw Problem.invalid("archive.none");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    DirectoryLine tenant() {
        return read(Manifest.TENANT, DirectoryLine.class);
    }

    List<DirectoryLine> others() {
        return List.of(read(Manifest.OTHERS, DirectoryLine[].class));
    }

    /** Reads everything. @throws Problem if anything is not what it should be */
    void check() {
        manifest.tables().forEach(rows -> lines(rows, line -> rows.files().forEach(column -> file(line, column))));
    }

    List<Person> people() {
        var people = new ArrayList<Person>();
        manifest.tables().stream()
                .filter(rows -> rows.table().equals("samklima.tenant_user"))
                .forEach(rows -> lines(rows, line -> {
                    var person = json.readTree(line);
                    if (people.size() == MOST_PEOPLE) {
                        throw damaged(rows.file());
                    }
                    people.add(new Person(
                            UUID.fromString(person.path("person_id").asString()),
                            person.path("name").asString(),
                            person.path("email").asString()));
                }));
        return people;
    }

    /** Every row of a table, in its order. @throws Problem if the file is not what the manifest says of it */
    void lines(Manifest.Rows rows, Consumer<String> reader) {
        var sha = sha256();
        long count = 0;
        try (var in = new BufferedReader(
                new InputStreamReader(new DigestInputStream(stream(rows.file()), sha), StandardCharsets.UTF_8))) {
            for (var line = line(in, rows.file()); line != null; line = line(in, rows.file())) {
                if (++count > rows.rows()) {
                    throw damaged(rows.file());
                }
                reader.accept(line);
            }
        } catch (IOException | JacksonException | IllegalArgumentException damaged) {
            throw damaged(rows.file());
        }
        if (count != rows.rows() || !hex(sha.digest()).equals(rows.sha256())) {
            throw damaged(rows.file());
        }
    }

    private static @Nullable String line(BufferedReader in, String name) throws IOException {
        var text = new StringBuilder();
        int read;
        while ((read = in.read()) >= 0 && read != '\n') {
            text.append((char) read);
            if (text.length() > LARGEST_TEXT) {
                throw damaged(name);
            }
        }
        return read < 0 && text.isEmpty() ? null : text.toString();
    }

    /** The bytes of the file that a row names in this column; null where it names none. */
    byte @Nullable [] file(String line, String column) {
        var name = json.readTree(line).path(column);
        return name.isString() ? bytes(name.stringValue()) : null;
    }

    /** What a name ends with is what its bytes are. */
    private byte[] bytes(String name) {
        try (var in = stream(name)) {
            var bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE || !name.endsWith("." + hex(sha256().digest(bytes)))) {
                throw damaged(name);
            }
            return bytes;
        } catch (IOException damaged) {
            throw damaged(name);
        }
    }

    private <T> T read(String name, Class<T> type) {
        try (var in = stream(name)) {
            return json.readValue(in.readNBytes(LARGEST_TEXT), type);
        } catch (IOException | JacksonException damaged) {
            throw name.equals(Manifest.FILE) ? Problem.invalid("archive.none") : damaged(name);
        }
    }

    private InputStream stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw name.equals(Manifest.FILE) ? Problem.invalid("archive.none") : damaged(name);
        }
        return zip.getInputStream(entry);
    }

    private static Problem damaged(String name) {
        return Problem.invalid("archive.damaged", name);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
