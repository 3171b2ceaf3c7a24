package org.samklima.portal.files;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What may be attached; templates see it as {@code @attachments}. */
@Component("attachments")
class Attachments {

    /** In bytes. */
    public long largest() {
        return CheckedFile.LARGEST.toBytes();
    }

    /** As the {@code accept} of a file field takes it. */
    public String accepted() {
        return Arrays.stream(ContentKind.values())
                .flatMap(kind -> kind.endings().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
