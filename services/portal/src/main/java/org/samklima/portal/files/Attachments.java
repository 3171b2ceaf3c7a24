package org.samklima.portal.files;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What may be attached; templates see it as {@code @attachments}. */
@Component("attachments")
class Attachments {

    private static final long A_MEGABYTE = DataSize.ofMegabytes(1).toBytes();

    private final MultipartProperties uploads;

    Attachments(MultipartProperties uploads) {
        this.uploads = uploads;
    }

    /** In bytes. */
    public long largest() {
        return CheckedFile.LARGEST.toBytes();
    }

    /** All files of a form together, in bytes; a little is left for what else is in it. */
    public long most() {
        return uploads.getMaxRequestSize().toBytes() - A_MEGABYTE;
    }

    /** As the {@code accept} of a file field takes it. */
    public String accepted() {
        return Arrays.stream(ContentKind.values())
                .flatMap(kind -> kind.endings().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
