package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.PageAddress;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.forms.TypedInput;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tenant's goals, and where each of them stands. */
@TenantController
@Allowed
class GoalController {

    static final Role[] CHANGING = {Role.COORDINATOR, Role.STAFF};

    private final Goals goals;
    private final Standings standings;
    private final Fields fields;
    private final Serving serving;
    private final GoalWords words;
    private final MessageSource messages;
    private final Clock clock;

    GoalController(
            Goals goals,
            Standings standings,
            Fields fields,
            Serving serving,
            GoalWords words,
            MessageSource messages,
            Clock clock) {
        this.goals = goals;
        this.standings = standings;
        this.fields = fields;
        this.serving = serving;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/goals")
    @InNavigation(value = "goals.navigation", order = 60)
    String all(Tenant tenant, Actor actor, GoalFilter filter, PageAddress address, Locale language, Model model) {
        var all = goals.all();
        model.addAttribute("tenant", tenant);
        model.addAttribute("filter", filter);
        model.addAttribute("address", address);
        model.addAttribute("list", list(tenant, all, filter, language));
        model.addAttribute("none", all.isEmpty());
        model.addAttribute("archived", all.stream().filter(Goal::isArchived).count());
        model.addAttribute("fields", fields.tree().choices());
        model.addAttribute("mayChange", actor.has(CHANGING));
        model.addAttribute("query", address.toString().substring(address.path().length()));
        return "goals/list";
    }

    private GoalList list(Tenant tenant, List<Goal> all, GoalFilter filter, Locale language) {
        return GoalList.of(
                all,
                standings.of(all),
                fields.tree(),
                serving.counts(),
                filter,
                words.in(language, tenant.defaultLanguage()));
    }

    @GetMapping("/goals.csv")
    ResponseEntity<byte[]> csv(Tenant tenant, GoalFilter filter, Locale language) {
        return file(tenant, filter, language).as(TableDownload.Format.CSV, language);
    }

    @GetMapping("/goals.xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, GoalFilter filter, Locale language) {
        return file(tenant, filter, language).as(TableDownload.Format.XLSX, language);
    }

    private TableDownload file(Tenant tenant, GoalFilter filter, Locale language) {
        return new GoalFile(
                        list(tenant, goals.all(), filter, language),
                        new MeasureNames(standings.measures().catalogue()),
                        words.in(language, tenant.defaultLanguage()))
                .download(tenant);
    }

    /** @param law by how many percent a year a path shall fall that is shown beside the others */
    @GetMapping("/goals/{id}")
    String one(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String law,
            Locale language,
            Model model) {
        var goal = goals.find(id).orElseThrow(Problem::notFound);
        var standing = standings.of(goal);
        var fall = fall(law, language);
        var page = new GoalPage(
                goal,
                standing,
                words.in(language, tenant.defaultLanguage()),
                tenant.dayOf(clock.instant()).getYear());
        model.addAttribute("tenant", tenant);
        model.addAttribute("goal", goal);
        model.addAttribute("terms", goal.terms());
        model.addAttribute("standing", standing);
        model.addAttribute("sentence", words.sentence(goal, standing, language, tenant.defaultLanguage()));
        model.addAttribute("page", page);
        model.addAttribute("chart", page.chart(tenant.slug() + "-" + id, fall));
        model.addAttribute("law", law);
        model.addAttribute("field", fields.tree().path(goal.terms().field()));
        model.addAttribute("serving", serving.of(id));
        model.addAttribute("mayChange", actor.has(CHANGING));
        model.addAttribute("crumbs", crumbs(tenant, language));
        return "goals/goal";
    }

    private static @Nullable BigDecimal fall(String law, Locale language) {
        return GoalChart.share(TypedInput.number(law, language).orElse(null)).orElse(null);
    }

    private List<Crumb> crumbs(Tenant tenant, Locale language) {
        return List.of(new Crumb(messages.getMessage("goals.title", null, language), "/" + tenant.slug() + "/goals"));
    }
}
