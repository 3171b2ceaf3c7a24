package org.samklima.portal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator lets a tenant of another deployment in. */
@Controller
class ArrivalController {

    private static final String PAGE = "archive/arrival";

    private final Arrivals arrivals;
    private final MessageSource messages;

    ArrivalController(Arrivals arrivals, MessageSource messages) {
        this.arrivals = arrivals;
        this.messages = messages;
    }

    @GetMapping("/operator/arrivals")
    String blank(Locale language, Model model) {
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(messages.getMessage("operator.tenants", null, language), "/operator/tenants")));
        return PAGE;
    }

    @PostMapping("/operator/arrivals")
    ModelAndView arrive(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "EMAIL") Arrivals.PeopleBy people,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Authentication operator,
            Locale language,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        model.addAttribute("slug", slug);
        model.addAttribute("people", people);
        try {
            var arrival = arrived(arrivals, file.getInputStream(), slug, people, dryRun, operator);
            if (!dryRun) {
                Notice.success("archive.arrived", arrival.tenant().name()).on(redirect);
                return new ModelAndView(
                        "redirect:/operator/tenants/" + arrival.tenant().slug());
            }
            model.addAttribute("arrival", arrival);
            return new ModelAndView(blank(language, model), model.asMap());
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return new ModelAndView(blank(language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** On the machine's disk meanwhile, because an archive is read in another order than it comes. */
    private static Arrival arrived(
            Arrivals arrivals,
            InputStream file,
            @Nullable String slug,
            Arrivals.PeopleBy people,
            boolean dryRun,
            Authentication operator)
            throws IOException {
        Path kept = Files.createTempFile("arrival", ".zip");
        try {
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            var person = SignedIn.of(operator);
            return dryRun
                    ? arrivals.look(kept, slug, people)
                    : arrivals.letIn(kept, slug, people, new Actor(person.person(), person.name(), Set.of()));
        } finally {
            Files.delete(kept);
        }
    }

    /** The same for the operator's programs, also for archives too large for a form. */
    @RestController
    static class Api {

        private final Arrivals arrivals;

        Api(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        /**
         * What happened, or would happen.
         *
         * @param founded whether the tenant is new
         * @param rows by table
         * @param added organisations that came into the directory because the archive names them
         * @param people who work in the tenant
         * @param newAccounts how many of them had no account
         */
        record Answer(
                boolean dryRun,
                Tenant tenant,
                boolean founded,
                Map<String, Long> rows,
                List<String> added,
                int people,
                int newAccounts) {}

        /**
         * Imports an archive that is the request's body, of any size. 422 with the reason if it does not fit.
         *
         * @param dryRun only says what would happen
         * @param slug the tenant's address, if it cannot keep its own
         * @param people whether they are found by their e-mail addresses, or keep their ids because the identity provider is
         *     the same
         */
        @PostMapping(path = "/api/v1/operator/arrivals", consumes = "application/zip")
        Answer arrive(
                InputStream body,
                @RequestParam(defaultValue = "") String slug,
                @RequestParam(defaultValue = "EMAIL") Arrivals.PeopleBy people,
                @RequestParam(defaultValue = "true") boolean dryRun,
                Authentication operator)
                throws IOException {
            var arrival = arrived(arrivals, body, slug, people, dryRun, operator);
            return new Answer(
                    dryRun,
                    arrival.tenant(),
                    arrival.founded(),
                    arrival.rows(),
                    arrival.added().stream().map(Tenant::name).toList(),
                    arrival.people(),
                    arrival.newAccounts().size());
        }
    }
}
