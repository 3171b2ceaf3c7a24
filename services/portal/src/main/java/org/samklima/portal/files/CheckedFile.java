package org.samklima.portal.files;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that was found to be what it says, ready to be stored. Checking takes a moment for a picture: do it before the
 * transaction.
 */
public final class CheckedFile {

    /** What a file may be at most. */
    public static final DataSize LARGEST = DataSize.ofMegabytes(25);

    private final String name;
    private final ContentKind kind;
    private final byte[] content;
    private final @Nullable Picture picture;

    private CheckedFile(String name, ContentKind kind, byte[] content, @Nullable Picture picture) {
        this.name = name;
        this.kind = kind;
        this.content = content;
        this.picture = picture;
    }

    /**
     * What was uploaded; empty where nothing was chosen.
     *
     * @throws Problem if it is too large, none of the permitted kinds, or not what its name says
     */
    public static Optional<CheckedFile> of(@Nullable MultipartFile upload) {
        if (upload == null || (upload.isEmpty() && isNameless(upload))) {
            return Optional.empty();
        }
        checkSize(upload.getOriginalFilename(), upload.getSize());
        try {
            return Optional.of(of(upload.getOriginalFilename(), upload.getBytes()));
        } catch (IOException broken) {
            throw Problem.invalid("files.upload-broken");
        }
    }

    /** Browsers send an empty part without a name where nothing was chosen. */
    private static boolean isNameless(MultipartFile upload) {
        var name = upload.getOriginalFilename();
        return name == null || name.isBlank();
    }

    /** @throws Problem if it is too large, none of the permitted kinds, or not what its name says */
    public static CheckedFile of(@Nullable String givenName, byte[] content) {
        checkSize(givenName, content.length);
        var name = FileName.of(givenName);
        if (content.length == 0) {
            throw Problem.invalid("files.empty", name);
        }
        var found = ContentCheck.kindOf(content);
        var said = ContentKind.ofEnding(name.ending());
        if (found.isEmpty() || (said.isEmpty() && !name.ending().isEmpty())) {
            throw Problem.invalid(said.isPresent() ? "files.not-what-it-says" : "files.kind-unknown", name);
        }
        var kind = said.filter(ContentKind::isText)
                .filter(_ -> found.get().isText())
                .orElse(found.get());
        if (said.isPresent() && said.get() != kind) {
            throw Problem.invalid("files.other-than-it-says", name, kind);
        }
        return kind.isPicture() ? picture(name, content, kind) : new CheckedFile(name.as(kind), kind, content, null);
    }

    private static CheckedFile picture(FileName name, byte[] content, ContentKind kind) {
        var picture = Picture.of(content, kind, name.toString());
        return new CheckedFile(name.as(picture.kind()), picture.kind(), picture.content(), picture);
    }

    private static void checkSize(@Nullable String name, long size) {
        if (size > LARGEST.toBytes()) {
            throw new Problem(Problem.Kind.TOO_LARGE, "files.too-large", FileName.of(name), LARGEST.toMegabytes());
        }
    }

    public String name() {
        return name;
    }

    ContentKind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    /** Null for what is no picture. */
    @Nullable Picture picture() {
        return picture;
    }
}
