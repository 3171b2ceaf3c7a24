package org.samklima.portal.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking everything along. */
@TenantController
@Allowed(Role.MANAGER)
class ArchiveController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Archives archives;

    ArchiveController(Archives archives) {
        this.archives = archives;
    }

    @GetMapping("/archives")
    String all(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("archives", archives.all());
        model.addAttribute("kept", archives.kept());
        return "archive/archives";
    }

    @PostMapping("/archives")
    String request(Tenant tenant, RedirectAttributes redirect) {
        try {
            archives.request();
        } catch (Problem problem) {
            Notice.error(problem.messageKey()).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/archives";
    }

    @GetMapping("/archives/{id}/content")
    ResponseEntity<InputStreamResource> content(Tenant tenant, @PathVariable UUID id) {
        return download(archives, tenant, id);
    }

    /** Within the request, which has its tenant and no end: an asynchronous answer would be cut off after half a minute. */
    private static ResponseEntity<InputStreamResource> download(Archives archives, Tenant tenant, UUID id) {
        var archive = archives.fetch(id);
        var day = archive.requestedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .contentLength(archive.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("samklima-" + tenant.slug() + "-" + day + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(archives.content(id)));
    }

    /** Archives as data. */
    @TenantApi
    @Allowed(Role.MANAGER)
    static class Api {

        private final Archives archives;

        Api(Archives archives) {
            this.archives = archives;
        }

        /**
         * An archive of everything the tenant has.
         *
         * @param progress how many of {@code total} tables are written
         * @param size in bytes, once it is DONE
         */
        record Archive(
                UUID id,
                TenantArchive.State state,
                int progress,
                int total,
                long rows,
                long size,
                Instant requestedAt) {

            static Archive of(TenantArchive archive) {
                return new Archive(
                        archive.id(),
                        archive.state(),
                        archive.progress(),
                        archive.total(),
                        archive.rows(),
                        archive.size(),
                        archive.requestedAt());
            }
        }

        /** Newest first; each for a week. */
        @GetMapping("/archives")
        List<Archive> all() {
            return archives.all().stream().map(Archive::of).toList();
        }

        /** Asks for an archive of everything as it is now; written in the background. 409 if one is under way. */
        @PostMapping("/archives")
        @ResponseStatus(HttpStatus.ACCEPTED)
        Archive request() {
            return Archive.of(archives.get(archives.request()));
        }

        @GetMapping("/archives/{id}")
        Archive one(@PathVariable UUID id) {
            return Archive.of(archives.get(id));
        }

        /** The file itself, as docs/tenant-archive.md describes it. 409 until it is DONE. */
        @GetMapping("/archives/{id}/content")
        ResponseEntity<InputStreamResource> content(Tenant tenant, @PathVariable UUID id) {
            return download(archives, tenant, id);
        }
    }
}
