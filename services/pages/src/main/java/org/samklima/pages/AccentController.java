package org.samklima.pages;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A network's colour as a style sheet of its own, because a page may not carry styles inline. */
@RestController
class AccentController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/assets/accent/{hex:[0-9a-fA-F]{6}}.css")
    ResponseEntity<String> accent(@PathVariable String hex) {
        var accent = Accent.of(hex);
        var css = ":root{--accent:%s;--on-accent:%s;--accent-ink:%s;--accent-soft:%s}"
                .formatted(accent, accent.on(), accent.ink(), accent.soft());
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(css);
    }
}
