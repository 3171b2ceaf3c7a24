package org.samklima.portal.files;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was attached, as it is. */
@TenantApi
@Allowed
class FileApi {

    private final StoredFiles files;

    FileApi(StoredFiles files) {
        this.files = files;
    }

    /** The content of a file. */
    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> content(@PathVariable UUID id) {
        var file = files.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .eTag("\"" + id + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.content(id));
    }
}
