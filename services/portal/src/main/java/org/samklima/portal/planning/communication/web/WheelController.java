package org.samklima.portal.planning.communication.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.planning.communication.WheelChanges;
import org.samklima.portal.planning.communication.WheelPoint;
import org.samklima.portal.planning.communication.YearWheel;
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

/** The year wheel: a year's points and tasks to look at, and its points to change. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class WheelController {

    private final YearWheel wheel;
    private final WheelChanges changes;
    private final PlanTasks tasks;
    private final MessageSource messages;

    WheelController(YearWheel wheel, WheelChanges changes, PlanTasks tasks, MessageSource messages) {
        this.wheel = wheel;
        this.changes = changes;
        this.tasks = tasks;
        this.messages = messages;
    }

    /**
     * A point, as typed.
     *
     * @param lockVersion of the point that the page was made from
     */
    record PointForm(
            @Nullable String name,
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer lockVersion) {

        static final PointForm BLANK = new PointForm(null, null, null, null);

        static PointForm of(WheelPoint point) {
            return new PointForm(
                    point.name(), point.day().getDayOfMonth(), point.day().getMonthValue(), point.lockVersion());
        }

        PointForm over(WheelPoint point) {
            return new PointForm(name, day, month, point.lockVersion());
        }

        int basedOn() {
            return lockVersion == null ? 0 : lockVersion;
        }

        String nameOrBlank() {
            return name == null ? "" : name;
        }

        int dayOrNone() {
            return day == null ? 0 : day;
        }

        int monthOrNone() {
            return month == null ? 0 : month;
        }
    }

    @GetMapping("/communication/year-wheel")
    @Allowed
    String show(
            Tenant tenant,
            Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            Locale language,
            Model model) {
        model.addAttribute("form", PointForm.BLANK);
        return page(tenant, actor, year, language, model);
    }

    @PostMapping("/communication/year-wheel/points")
    ModelAndView add(
            Tenant tenant,
            Actor actor,
            @ModelAttribute("form") PointForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var point = changes.add(form.nameOrBlank(), form.monthOrNone(), form.dayOrNone());
                Notice.success("communication.point.added", point.name()).on(redirect);
                return new ModelAndView(back(tenant));
            } catch (Problem problem) {
                reject(problem, errors);
            }
        }
        return new ModelAndView(
                page(tenant, actor, null, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/communication/year-wheel/points/{id}")
    String point(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        var point = wheel.get(id);
        model.addAttribute("form", PointForm.of(point));
        return pointPage(tenant, point, language, model);
    }

    @PostMapping("/communication/year-wheel/points/{id}")
    ModelAndView change(
            Tenant tenant,
            @PathVariable UUID id,
            @ModelAttribute("form") PointForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var point = wheel.get(id);
        if (!errors.hasErrors()) {
            try {
                changes.change(id, form.nameOrBlank(), form.monthOrNone(), form.dayOrNone(), form.basedOn());
                Notice.success("communication.point.changed", form.nameOrBlank())
                        .on(redirect);
                return new ModelAndView(back(tenant));
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.CONFLICT) {
                    model.addAttribute("form", form.over(wheel.get(id)));
                    model.addAttribute("late", problem.messageKey());
                    return new ModelAndView(
                            pointPage(tenant, point, language, model), model.asMap(), HttpStatus.CONFLICT);
                }
                reject(problem, errors);
            }
        }
        return new ModelAndView(
                pointPage(tenant, point, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/communication/year-wheel/points/{id}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        var name = wheel.get(id).name();
        changes.remove(id);
        Notice.success("communication.point.removed", name).on(redirect);
        return back(tenant);
    }

    private static void reject(Problem problem, BindingResult errors) {
        if (problem.kind() == Problem.Kind.NOT_FOUND) {
            throw problem;
        }
        errors.rejectValue(
                problem.messageKey().equals("communication.point.no-such-day") ? "day" : "name",
                problem.messageKey(),
                problem.arguments(),
                null);
    }

    private static String back(Tenant tenant) {
        return "redirect:/" + tenant.slug() + "/communication/year-wheel";
    }

    private String page(Tenant tenant, Actor actor, @Nullable Integer asked, Locale language, Model model) {
        var today = tasks.today();
        int year = asked == null || asked < 1990 || asked > 2200 ? today.getYear() : asked;
        var ofYear = tasks.find(TaskFilter.ALL.dueBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        model.addAttribute("tenant", tenant);
        model.addAttribute("wheel", Wheel.of(year, wheel.points(), ofYear, today, language));
        model.addAttribute("done", ofYear.stream().filter(PlanTask::isDone).count());
        model.addAttribute(
                "late", ofYear.stream().filter(task -> task.isLate(today)).count());
        model.addAttribute("all", ofYear.size());
        model.addAttribute("today", today);
        model.addAttribute("mayChange", actor.has(CommunicationController.WRITING));
        model.addAttribute("months", months(language));
        return "communication/year-wheel";
    }

    private String pointPage(Tenant tenant, WheelPoint point, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("point", point);
        model.addAttribute("months", months(language));
        model.addAttribute(
                "crumbs",
                List.of(
                        CommunicationController.crumbs(tenant, messages, language)
                                .getFirst(),
                        new Crumb(
                                messages.getMessage("communication.year-wheel", null, language),
                                "/" + tenant.slug() + "/communication/year-wheel")));
        return "communication/point";
    }

    private static List<Choice> months(Locale language) {
        return Arrays.stream(Month.values())
                .map(month -> Choice.of(
                        String.valueOf(month.getValue()), month.getDisplayName(TextStyle.FULL_STANDALONE, language)))
                .toList();
    }
}
