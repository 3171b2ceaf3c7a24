package org.samklima.portal.forms.web;

import java.time.Duration;
import org.samklima.portal.forms.FormFile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The format of report form files, open to everybody who writes them. */
@RestController
class FormSchemaApi {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    /** The JSON Schema (draft 2020-12) of report form files. */
    @GetMapping("/api/v1/report-form-schema")
    ResponseEntity<String> schema() {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(FormFile.schema());
    }
}
