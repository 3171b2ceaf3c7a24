package org.samklima.portal.publication;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureTexts;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.published.Edition;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looking at an edition before it is published, publishing it, withdrawing it. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class PreviewController {

    private final Compositions compositions;
    private final Previews previews;
    private final Editions editions;
    private final PublicShelf shelf;
    private final FigureTexts figures;
    private final MessageSource messages;

    PreviewController(
            Compositions compositions,
            Previews previews,
            Editions editions,
            PublicShelf shelf,
            FigureTexts figures,
            MessageSource messages) {
        this.compositions = compositions;
        this.previews = previews;
        this.editions = editions;
        this.shelf = shelf;
        this.figures = figures;
        this.messages = messages;
    }

    /**
     * Built from the very document that would be published, after it has been written as JSON and read again.
     *
     * @param member key of the one whose data are shown in full
     */
    @GetMapping("/rounds/{round}/edition/preview")
    String preview(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID round,
            @RequestParam(required = false) @Nullable String member,
            Locale language,
            Model model) {
        var composition = compositions.of(round);
        var preview = previews.of(composition, composition.stored().publishedVersion() + 1);
        model.addAttribute("preview", preview);
        model.addAttribute("mayAct", actor.has(Role.MANAGER, Role.STAFF));
        show(tenant, composition, preview.edition(), member, language, model);
        return "publication/preview";
    }

    /** A version as it was published. */
    @GetMapping("/rounds/{round}/edition/versions/{version}")
    String read(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID round,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String member,
            Locale language,
            Model model) {
        var composition = compositions.of(round);
        var edition = shelf.edition(composition.year(), version).orElseThrow(Problem::notFound);
        model.addAttribute("mayAct", actor.has(Role.MANAGER, Role.STAFF));
        show(tenant, composition, edition, member, language, model);
        return "publication/preview";
    }

    private void show(
            Tenant tenant,
            Composition composition,
            @Nullable Edition edition,
            @Nullable String member,
            Locale language,
            Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", composition.rounds().getFirst());
        model.addAttribute("edition", edition);
        model.addAttribute("summary", edition == null ? null : EditionSummary.of(edition, member));
        model.addAttribute(
                "texts", new StatementTexts(figures.in(language), messages, language, tenant.defaultLanguage()));
    }

    /** @param fingerprint of what was looked at */
    @PostMapping("/rounds/{round}/edition/publication")
    @Allowed({Role.MANAGER, Role.STAFF})
    String publish(
            Tenant tenant, @PathVariable UUID round, @RequestParam String fingerprint, RedirectAttributes redirect) {
        var page = "redirect:/" + tenant.slug() + "/rounds/" + round + "/edition";
        try {
            var edition = editions.publish(round, fingerprint);
            Notice.success("publication.published", String.valueOf(edition.year()), String.valueOf(edition.version()))
                    .on(redirect);
            return page;
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return page + "/preview";
        }
    }

    @PostMapping("/rounds/{round}/edition/versions/{version}/withdrawal")
    @Allowed({Role.MANAGER, Role.STAFF})
    String withdraw(Tenant tenant, @PathVariable UUID round, @PathVariable int version, RedirectAttributes redirect) {
        editions.withdraw(round, version);
        Notice.success("publication.withdrawn", String.valueOf(version)).on(redirect);
        return "redirect:/" + tenant.slug() + "/rounds/" + round + "/edition";
    }
}
