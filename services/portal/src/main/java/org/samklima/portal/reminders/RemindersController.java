package org.samklima.portal.reminders;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.pages.Languages;
import org.samklima.pages.Notice;
import org.samklima.portal.home.Due;
import org.samklima.portal.home.DueLine;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one's own reminders of this tenant come, and what the next one would tell. */
@TenantController
@Allowed
class RemindersController {

    private final ReminderSettings settings;
    private final Due due;
    private final MessageSource messages;
    private final Clock clock;

    RemindersController(ReminderSettings settings, Due due, MessageSource messages, Clock clock) {
        this.settings = settings;
        this.due = due;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reminders")
    String show(Tenant tenant, Actor actor, Locale language, Model model) {
        var setting = settings.of(Objects.requireNonNull(actor.id()));
        model.addAttribute("form", ReminderForm.of(setting, language.getLanguage()));
        return page(tenant, actor, setting, language, model);
    }

    @PostMapping("/reminders")
    ModelAndView choose(
            Tenant tenant,
            Actor actor,
            @ModelAttribute("form") ReminderForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var person = Objects.requireNonNull(actor.id());
        var chosen = form.read(errors);
        if (chosen == null) {
            return new ModelAndView(
                    page(tenant, actor, settings.of(person), language, model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        settings.choose(person, chosen);
        Notice.success(chosen.isOff() ? "reminders.saved.off" : "reminders.saved")
                .on(redirect);
        return new ModelAndView("redirect:/" + tenant.slug() + "/reminders");
    }

    private String page(Tenant tenant, Actor actor, ReminderSetting setting, Locale language, Model model) {
        var now = clock.instant();
        var digest = Digest.of(due.in(tenant, actor, language), setting.daysBefore(), tenant.dayOf(now));
        model.addAttribute("tenant", tenant);
        model.addAttribute("setting", setting);
        model.addAttribute("next", setting.nextDay(now, tenant));
        model.addAttribute("until", digest.until());
        model.addAttribute("sections", DueLine.sections(digest.lines().toList()));
        model.addAttribute("rhythms", rhythms(language));
        model.addAttribute(
                "languages",
                Languages.SUPPORTED.stream()
                        .map(one -> Choice.of(one.getLanguage(), Languages.ownName(one)))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb(word("home.title", language), "/" + tenant.slug())));
        return "reminders/settings";
    }

    private List<Choice> rhythms(Locale language) {
        return Arrays.stream(Rhythm.values())
                .map(rhythm -> new Choice(
                        rhythm.name(),
                        word("reminders.rhythm." + rhythm, language),
                        word("reminders.rhythm." + rhythm + ".help", language)))
                .toList();
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
