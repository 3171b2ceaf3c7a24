package org.samklima.portal.planning.communication.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.Party;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is meant by the names in the plan, and which people stand behind them. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class GlossaryController {

    private final Glossary glossary;
    private final People people;
    private final MessageSource messages;

    GlossaryController(Glossary glossary, People people, MessageSource messages) {
        this.glossary = glossary;
        this.people = people;
        this.messages = messages;
    }

    /**
     * A party, as typed.
     *
     * @param aliases with commas between
     */
    record PartyForm(
            @Nullable String name,
            @Nullable String aliases,
            @Nullable String description,
            @Nullable List<UUID> people,
            @Nullable Integer lockVersion) {

        static final PartyForm BLANK = new PartyForm(null, null, null, null, null);

        static PartyForm of(Party party) {
            return new PartyForm(
                    party.name(),
                    String.join(", ", party.text().aliases()),
                    party.text().description(),
                    List.copyOf(party.people()),
                    party.lockVersion());
        }

        PartyForm over(int version) {
            return new PartyForm(name, aliases, description, people, version);
        }

        Party.Text text() {
            var also = aliases == null ? List.<String>of() : Arrays.asList(aliases.split("[,;\n]"));
            return Party.Text.of(name, also, description);
        }

        Set<UUID> chosen() {
            return people == null ? Set.of() : new HashSet<>(people);
        }

        int version() {
            return lockVersion == null ? 0 : lockVersion;
        }
    }

    private static final Map<String, String> FIELDS = Map.of(
            "communication.party.name-invalid", "name",
            "communication.party.name-taken", "name",
            "communication.party.aliases-invalid", "aliases",
            "communication.party.description-too-long", "description",
            "communication.person-unknown", "people");

    @GetMapping("/communication/glossary")
    @Allowed
    String all(Tenant tenant, Actor actor, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("parties", glossary.all());
        model.addAttribute(
                "names",
                people.all().stream()
                        .collect(Collectors.<TenantUser, Object, String>toMap(TenantUser::personId, TenantUser::name)));
        model.addAttribute("mayChange", actor.has(CommunicationController.WRITING));
        return "communication/glossary";
    }

    @GetMapping("/communication/glossary/new")
    String blank(Tenant tenant, @RequestParam(required = false) @Nullable String name, Locale language, Model model) {
        model.addAttribute("form", new PartyForm(name, null, null, null, null));
        return page(tenant, null, language, model);
    }

    @PostMapping("/communication/glossary")
    ModelAndView add(
            Tenant tenant,
            @ModelAttribute("form") PartyForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return tried(
                tenant, null, form, errors, language, model, redirect, () -> glossary.add(form.text(), form.chosen()));
    }

    @GetMapping("/communication/glossary/{id}")
    String show(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        model.addAttribute("form", PartyForm.of(glossary.get(id)));
        return page(tenant, id, language, model);
    }

    @PostMapping("/communication/glossary/{id}")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute("form") PartyForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        return tried(
                tenant,
                id,
                form,
                errors,
                language,
                model,
                redirect,
                () -> glossary.change(id, form.text(), form.chosen(), form.version()));
    }

    private ModelAndView tried(
            Tenant tenant,
            @Nullable UUID id,
            PartyForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect,
            Supplier<Party> change) {
        if (!errors.hasErrors()) {
            try {
                var party = change.get();
                Notice.success("communication.party.saved", party.name()).on(redirect);
                return new ModelAndView(back(tenant));
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                if (id != null && problem.messageKey().equals("communication.changed-meanwhile")) {
                    model.addAttribute("form", form.over(glossary.get(id).lockVersion()));
                    model.addAttribute("late", problem.messageKey());
                    return new ModelAndView(page(tenant, id, language, model), model.asMap(), HttpStatus.CONFLICT);
                }
                var field = FIELDS.get(problem.messageKey());
                if (field == null) {
                    errors.reject(problem.messageKey(), problem.arguments(), null);
                } else {
                    errors.rejectValue(field, problem.messageKey(), problem.arguments(), null);
                }
            }
        }
        return new ModelAndView(page(tenant, id, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Up by minus one, down by one. */
    @PostMapping("/communication/glossary/{id}/position")
    String move(Tenant tenant, @PathVariable UUID id, @RequestParam int by) {
        glossary.moveBy(id, by);
        return back(tenant);
    }

    @PostMapping("/communication/glossary/{id}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        var name = glossary.get(id).name();
        glossary.remove(id);
        Notice.success("communication.party.removed", name).on(redirect);
        return back(tenant);
    }

    private static String back(Tenant tenant) {
        return "redirect:/" + tenant.slug() + "/communication/glossary";
    }

    private String page(Tenant tenant, @Nullable UUID id, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("party", id == null ? null : glossary.get(id));
        model.addAttribute(
                "people",
                people.all().stream()
                        .map(user -> Choice.of(user.personId().toString(), user.name()))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        CommunicationController.crumbs(tenant, messages, language)
                                .getFirst(),
                        new Crumb(
                                messages.getMessage("communication.glossary", null, language),
                                "/" + tenant.slug() + "/communication/glossary")));
        return "communication/party";
    }
}
