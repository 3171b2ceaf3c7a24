package org.samklima.portal.evaluation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureTexts;
import org.samklima.pages.Notice;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's submission: read beside last year's, accepted or returned. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class SubmissionController {

    private static final String REASON = "reason.";

    private final ReceivedRounds rounds;
    private final Reviews reviews;

    private final FigureTexts figures;
    private final MessageSource messages;

    SubmissionController(ReceivedRounds rounds, Reviews reviews, FigureTexts figures, MessageSource messages) {
        this.rounds = rounds;
        this.reviews = reviews;
        this.figures = figures;
        this.messages = messages;
    }

    /** @param version the newest if none is named */
    @GetMapping("/rounds/{round}/submissions/{member}")
    String read(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID round,
            @PathVariable UUID member,
            @RequestParam(required = false) @Nullable Integer version,
            Locale language,
            Model model) {
        show(tenant, actor, round, member, version, language, model);
        model.addAttribute("reasons", Map.of());
        return "evaluation/submission";
    }

    /** Comes back with what was typed if it cannot be said. */
    @PostMapping("/rounds/{round}/submissions/{member}/reviews")
    @Allowed({Role.MANAGER, Role.STAFF})
    ModelAndView review(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID round,
            @PathVariable UUID member,
            @RequestParam int version,
            @RequestParam Review.Outcome outcome,
            @RequestParam(defaultValue = "") String message,
            @RequestParam Map<String, String> parameters,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var reasons = reasons(parameters);
        try {
            reviews.say(round, new Reviews.Word(member, version, outcome, message, reasons));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            show(tenant, actor, round, member, version, language, model);
            model.addAttribute("problem", problem);
            model.addAttribute("message", message);
            model.addAttribute("reasons", reasons);
            return new ModelAndView(
                    "evaluation/submission",
                    model.asMap(),
                    HttpStatus.valueOf(problem.kind().status()));
        }
        var name = rounds.get(round).member(member).name();
        Notice.success("evaluation.review.done." + outcome.name(), name).on(redirect);
        return new ModelAndView("redirect:/" + tenant.slug() + "/rounds/" + round + "/board");
    }

    private static Map<String, String> reasons(Map<String, String> parameters) {
        var reasons = new LinkedHashMap<String, String>();
        parameters.forEach((name, text) -> {
            if (name.startsWith(REASON) && !text.isBlank()) {
                reasons.put(name.substring(REASON.length()), text);
            }
        });
        return reasons;
    }

    private void show(
            Tenant tenant,
            Actor actor,
            UUID roundId,
            UUID memberId,
            @Nullable Integer version,
            Locale language,
            Model model) {
        var round = rounds.get(roundId);
        var member = round.member(memberId);
        var chosen = round.versions(memberId).stream()
                .filter(received -> version == null || received.version() == version)
                .reduce((_, later) -> later)
                .orElseThrow(Problem::notFound);
        FilledForm before = rounds.before(round.round())
                .flatMap(earlier -> earlier.counting(memberId, Basis.SUBMITTED).map(earlier::filled))
                .orElse(null);
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", round.round());
        model.addAttribute(
                "texts",
                new AnswerTexts(
                        figures.in(language),
                        messages,
                        language,
                        round.form().languages().getFirst()));
        model.addAttribute("submission", SubmissionView.of(round, member, chosen, before));
        model.addAttribute("mayAct", BoardController.mayAct(actor));
        model.addAttribute("next", next(round, memberId));
    }

    /** The next member, by name, whose report waits to be looked at: the secretariat reads one after the other. */
    private static @Nullable UUID next(ReceivedRound round, UUID after) {
        var waiting = round.members().stream()
                .map(member -> member.id())
                .filter(id -> id.equals(after) || isWaiting(round, id))
                .toList();
        int place = waiting.indexOf(after);
        return waiting.size() < 2 ? null : waiting.get((place + 1) % waiting.size());
    }

    private static boolean isWaiting(ReceivedRound round, UUID member) {
        var newest = round.newest(member);
        return newest != null && newest.review() == null;
    }
}
