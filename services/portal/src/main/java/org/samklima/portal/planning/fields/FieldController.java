package org.samklima.portal.planning.fields;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tenant's fields of action: the tree, and one of them. */
@TenantController
@Allowed
class FieldController {

    static final Role[] CHANGING = {Role.COORDINATOR, Role.STAFF};

    private final Fields fields;
    private final FieldChanges changes;
    private final FieldUse use;
    private final Figures figures;
    private final MessageSource messages;

    FieldController(Fields fields, FieldChanges changes, FieldUse use, Figures figures, MessageSource messages) {
        this.fields = fields;
        this.changes = changes;
        this.use = use;
        this.figures = figures;
        this.messages = messages;
    }

    @GetMapping("/fields")
    String all(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("form", FieldForm.EMPTY);
        return list(tenant, actor, language, model);
    }

    private String list(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("tree", fields.tree());
        model.addAttribute("use", use.counts());
        model.addAttribute("names", names(tenant, language));
        model.addAttribute("mayChange", actor.has(CHANGING));
        model.addAttribute("crumbs", crumbs(tenant, false, language));
        return "fields/list";
    }

    @PostMapping("/fields")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    ModelAndView add(
            Tenant tenant,
            Actor actor,
            @ModelAttribute("form") FieldForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var added = changes.add(form.terms(List.of()));
                Notice.success("fields.added", added.name()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/fields");
            } catch (Problem problem) {
                FieldForm.reject(problem, errors);
            }
        }
        return new ModelAndView(list(tenant, actor, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The ready-made tree. */
    @PostMapping("/fields/first")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    String begin(Tenant tenant, RedirectAttributes redirect) {
        try {
            Notice.success(
                            "fields.first.added",
                            String.valueOf(changes.begin(tenant).size()))
                    .on(redirect);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/fields";
    }

    /** By the buttons beside a field: one of the two has its id. */
    @PostMapping("/fields/order")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    String order(Tenant tenant, @RequestParam @Nullable UUID up, @RequestParam @Nullable UUID down) {
        var moved = up != null ? up : down;
        if (moved == null) {
            return "redirect:/" + tenant.slug() + "/fields";
        }
        changes.shift(moved, up != null);
        return "redirect:/" + tenant.slug() + "/fields#field-" + moved;
    }

    @GetMapping("/fields/{id}")
    String one(Tenant tenant, Actor actor, @PathVariable UUID id, Locale language, Model model) {
        var tree = fields.tree();
        model.addAttribute("form", FieldForm.of(tree.find(id).orElseThrow(Problem::notFound)));
        return page(tenant, actor, id, tree, language, model);
    }

    @PostMapping("/fields/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    ModelAndView change(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") FieldForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var tree = fields.tree();
        var before = tree.find(id).orElseThrow(Problem::notFound);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                var names = names(tenant, language);
                var gone = before.sectors().stream()
                        .filter(sector -> !names.knows(sector))
                        .toList();
                var after = changes.change(id, form.basedOn(), form.terms(gone));
                Notice.success("fields.changed", after.name()).on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/fields");
            } catch (Problem problem) {
                FieldForm.reject(problem, errors);
                if (problem.messageKey().equals("fields.overtaken")) {
                    model.addAttribute("lockVersion", before.lockVersion());
                    status = HttpStatus.CONFLICT;
                }
            }
        }
        return new ModelAndView(page(tenant, actor, id, tree, language, model), model.asMap(), status);
    }

    /** @param into where what it holds goes first */
    @PostMapping("/fields/{id}/removal")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    String remove(
            Tenant tenant, @PathVariable UUID id, @RequestParam @Nullable UUID into, RedirectAttributes redirect) {
        var name = fields.tree().find(id).map(Field::name).orElseThrow(Problem::notFound);
        try {
            changes.remove(id, into);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return "redirect:/" + tenant.slug() + "/fields/" + id;
        }
        Notice.success("fields.removed", name).on(redirect);
        return "redirect:/" + tenant.slug() + "/fields";
    }

    @GetMapping("/fields.csv")
    ResponseEntity<byte[]> csv(Tenant tenant, Locale language) {
        return file(tenant, language).as(TableDownload.Format.CSV, language);
    }

    @GetMapping("/fields.xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, Locale language) {
        return file(tenant, language).as(TableDownload.Format.XLSX, language);
    }

    private TableDownload file(Tenant tenant, Locale language) {
        return new FieldFile(fields.tree(), use.counts(), names(tenant, language), messages, language).download(tenant);
    }

    private String page(Tenant tenant, Actor actor, UUID id, FieldTree tree, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("tree", tree);
        model.addAttribute("field", tree.find(id).orElseThrow(Problem::notFound));
        model.addAttribute("parts", tree.children(id));
        model.addAttribute("elsewhere", tree.choicesOutside(id));
        model.addAttribute("held", use.counts().of(id));
        model.addAttribute("titles", use.titles(id));
        model.addAttribute("names", names(tenant, language));
        model.addAttribute("mayChange", actor.has(CHANGING));
        model.addAttribute("crumbs", crumbs(tenant, true, language));
        return "fields/field";
    }

    private SectorNames names(Tenant tenant, Locale language) {
        return new SectorNames(figures.overview().catalogue(), language.getLanguage(), tenant.defaultLanguage());
    }

    private List<Crumb> crumbs(Tenant tenant, boolean below, Locale language) {
        var goals = new Crumb(messages.getMessage("goals.title", null, language), "/" + tenant.slug() + "/goals");
        return below
                ? List.of(
                        goals,
                        new Crumb(messages.getMessage("fields.title", null, language), "/" + tenant.slug() + "/fields"))
                : List.of(goals);
    }
}
