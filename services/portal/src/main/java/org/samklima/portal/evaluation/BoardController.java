package org.samklima.portal.evaluation;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.Notice;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Sorting;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of a round: every member, its state, and reminding those who are late. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class BoardController {

    private final ReceivedRounds rounds;
    private final Reminding reminding;
    private final Members members;
    private final MessageSource messages;
    private final Clock clock;

    BoardController(ReceivedRounds rounds, Reminding reminding, Members members, MessageSource messages, Clock clock) {
        this.rounds = rounds;
        this.reminding = reminding;
        this.members = members;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/rounds/{round}/board")
    String board(
            Tenant tenant, Actor actor, @PathVariable UUID round, BoardView view, PageAddress address, Model model) {
        var board = Board.of(rounds.get(round), clock.instant());
        var shown = view.of(board.rows());
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", board.round().round());
        model.addAttribute("board", board);
        model.addAttribute("rows", shown);
        model.addAttribute("view", view);
        model.addAttribute("sorting", Sorting.of(address, BoardView.COLUMNS));
        model.addAttribute("address", address);
        model.addAttribute("file", new PageAddress(path(tenant, round, "/board/file"), address.query()));
        model.addAttribute("reminders", new PageAddress(path(tenant, round, "/reminders"), address.query()));
        model.addAttribute("groups", members.peerGroups());
        model.addAttribute("states", BoardState.values());
        model.addAttribute("mayAct", mayAct(actor));
        model.addAttribute(
                "remindable", shown.stream().filter(BoardRow::canBeReminded).count());
        return "evaluation/board";
    }

    /** Those of the members that are looked at, in their order. */
    @GetMapping("/rounds/{round}/board/file")
    ResponseEntity<byte[]> file(
            Tenant tenant,
            @PathVariable UUID round,
            BoardView view,
            @RequestParam TableDownload.Format format,
            Locale language) {
        var board = Board.of(rounds.get(round), clock.instant());
        return new BoardFile(board, view, messages, language, tenant.timeZone())
                .download()
                .as(format, language);
    }

    @PostMapping("/rounds/{round}/reminders")
    @Allowed({Role.MANAGER, Role.STAFF})
    String remind(
            Tenant tenant, @PathVariable UUID round, BoardView view, PageAddress address, RedirectAttributes redirect) {
        try {
            int reminded = reminding.remind(round, view);
            Notice.success("evaluation.remind.done", String.valueOf(reminded)).on(redirect);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:" + new PageAddress(path(tenant, round, "/board"), address.query());
    }

    private static String path(Tenant tenant, UUID round, String page) {
        return "/" + tenant.slug() + "/rounds/" + round + page;
    }

    static boolean mayAct(Actor actor) {
        return actor.has(Role.MANAGER, Role.STAFF);
    }
}
