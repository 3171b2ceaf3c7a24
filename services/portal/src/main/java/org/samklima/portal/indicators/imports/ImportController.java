package org.samklima.portal.indicators.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Delimiter;
import org.samklima.portal.tables.Encoding;
import org.samklima.portal.tables.NumberStyle;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Importing figures: a file is uploaded, matched, tried, and imported. */
@TenantController
@Allowed({Role.STAFF, Role.MANAGER, Role.COORDINATOR})
class ImportController {

    private final FigureImports imports;
    private final IndicatorCatalogue catalogue;
    private final ImportWords words;
    private final TableLimits limits;
    private final MessageSource messages;

    ImportController(
            FigureImports imports,
            IndicatorCatalogue catalogue,
            ImportWords words,
            TableLimits limits,
            MessageSource messages) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.words = words;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/imports")
    String all(Tenant tenant, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("crumbs", List.of(crumb("indicators.title", tenant, "/indicators", language)));
        model.addAttribute("ourselves", !tenant.isAssociation());
        model.addAttribute("imports", imports.newest());
        model.addAttribute("megabytes", limits.fileSize().toMegabytes());
        return "indicators/imports";
    }

    @PostMapping("/imports")
    ModelAndView upload(Tenant tenant, @RequestParam MultipartFile file, Locale language, Model model)
            throws IOException {
        try {
            var upload = TableFile.receive(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    file.getSize(),
                    file.getInputStream(),
                    limits);
            return new ModelAndView(address(tenant, imports.upload(upload, ObservationMapping.EMPTY)));
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return new ModelAndView(all(tenant, language, model), model.asMap(), status(problem));
        }
    }

    @GetMapping("/imports/{id}")
    String one(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        var job = imports.get(id);
        model.addAttribute("tenant", tenant);
        model.addAttribute(
                "crumbs",
                List.of(
                        crumb("indicators.title", tenant, "/indicators", language),
                        crumb(
                                tenant.isAssociation() ? "indicators.imports.title" : "indicators.imports.title.ours",
                                tenant,
                                "/imports",
                                language)));
        model.addAttribute("ourselves", !tenant.isAssociation());
        model.addAttribute("job", job);
        model.addAttribute("words", words);
        if (job.isOpen()) {
            model.addAttribute("page", ImportPage.of(imports.preview(job)));
            model.addAttribute("indicators", catalogue.read().indicators());
            model.addAttribute("encodings", Encoding.values());
            model.addAttribute("delimiters", Delimiter.values());
            model.addAttribute("numberStyles", NumberStyle.values());
            model.addAttribute("roles", ObservationMapping.ROLES);
            model.addAttribute("wholes", ObservationMapping.Totals.Whole.values());
        }
        return "indicators/import";
    }

    /** What has been chosen so far; shows the page again, read and guessed anew where that makes a difference. */
    @PostMapping("/imports/{id}/mapping")
    ModelAndView choose(
            Tenant tenant,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            Locale language,
            Model model) {
        return chosen(tenant, id, fields, language, model, false);
    }

    /** A dry run of what has been chosen. */
    @PostMapping("/imports/{id}/trial")
    ModelAndView tryOut(
            Tenant tenant,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            Locale language,
            Model model) {
        return chosen(tenant, id, fields, language, model, true);
    }

    /** Imports what was tried last. */
    @PostMapping("/imports/{id}/execution")
    String execute(Tenant tenant, @PathVariable UUID id) {
        imports.start(id, false);
        return address(tenant, id);
    }

    @PostMapping("/imports/{id}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        imports.remove(id);
        Notice.success("indicators.imports.removed").on(redirect);
        return "redirect:/" + tenant.slug() + "/imports";
    }

    /** How far it is; asked for again and again, until the whole page has something new to show. */
    @GetMapping("/imports/{id}/progress")
    String progress(Tenant tenant, @PathVariable UUID id, Model model, HttpServletResponse response) {
        var job = imports.get(id);
        if (!job.isUnderWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("tenant", tenant);
        model.addAttribute("job", job);
        return "indicators/import-parts :: progress";
    }

    @GetMapping("/imports/{id}/problems.csv")
    ResponseEntity<byte[]> problems(@PathVariable UUID id, Locale language) throws IOException {
        var out = new ByteArrayOutputStream();
        words.writeProblems(out, imports.problems(id), language);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".csv")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private ModelAndView chosen(
            Tenant tenant,
            UUID id,
            MultiValueMap<String, String> fields,
            Locale language,
            Model model,
            boolean tryOut) {
        var preview = imports.preview(imports.get(id));
        try {
            imports.choose(id, new ImportForm(fields).mapping(preview.mapping(), preview.table()));
            if (tryOut) {
                imports.start(id, true);
            }
            return new ModelAndView(address(tenant, id));
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return new ModelAndView(one(tenant, id, language, model), model.asMap(), status(problem));
        }
    }

    private Crumb crumb(String key, Tenant tenant, String path, Locale language) {
        return new Crumb(messages.getMessage(key, null, language), "/" + tenant.slug() + path);
    }

    private static HttpStatus status(Problem problem) {
        return HttpStatus.valueOf(problem.kind().status());
    }

    private static String address(Tenant tenant, UUID id) {
        return "redirect:/" + tenant.slug() + "/imports/" + id;
    }
}
