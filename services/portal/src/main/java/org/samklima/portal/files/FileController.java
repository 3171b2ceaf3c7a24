package org.samklima.portal.files;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Hands out what was attached, to whoever works in the tenant. */
@TenantController
@Allowed
class FileController {

    /** What is in a file may show itself and do nothing. */
    private static final String SHOWN_ONLY = "default-src 'none'; sandbox";

    private static final CacheControl PRIVATE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private final StoredFiles files;

    FileController(StoredFiles files) {
        this.files = files;
    }

    /** A picture to be looked at, anything else to be saved. */
    @GetMapping("/files/{id}")
    @Nullable ResponseEntity<byte[]> file(@PathVariable UUID id, WebRequest request, HttpServletResponse response) {
        var file = files.get(id);
        return answer(file, file.mediaType(), "", () -> files.content(id), request, response);
    }

    /** A picture, small. */
    @GetMapping("/files/{id}/preview")
    @Nullable ResponseEntity<byte[]> preview(@PathVariable UUID id, WebRequest request, HttpServletResponse response) {
        var file = files.get(id);
        return answer(file, file.mediaType(), "-preview", () -> files.preview(id), request, response);
    }

    private static @Nullable ResponseEntity<byte[]> answer(
            StoredFile file,
            String mediaType,
            String variant,
            Supplier<byte[]> content,
            WebRequest request,
            HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", SHOWN_ONLY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, PRIVATE.getHeaderValue());
        if (request.checkNotModified("\"" + file.id() + variant + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.get());
    }

    static ContentDisposition disposition(StoredFile file) {
        return (file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
    }
}
