package org.samklima.portal.evaluation;

import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Sorting;
import org.samklima.portal.network.Members;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the reports of a round are worth, member by member and section by section. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class ScoresController {

    private final ReceivedRounds rounds;
    private final Members members;
    private final MessageSource messages;

    ScoresController(ReceivedRounds rounds, Members members, MessageSource messages) {
        this.rounds = rounds;
        this.members = members;
        this.messages = messages;
    }

    @GetMapping("/rounds/{round}/scores")
    String scores(Tenant tenant, @PathVariable UUID round, ScoreView view, PageAddress address, Model model) {
        var received = rounds.get(round);
        var list = ScoreList.of(received, view);
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", received.round());
        model.addAttribute("list", list);
        model.addAttribute("view", view);
        model.addAttribute("address", address);
        model.addAttribute("file", new PageAddress(address.path() + "/file", address.query()));
        model.addAttribute("sorting", Sorting.of(address, list.columns()));
        model.addAttribute("groups", members.peerGroups());
        model.addAttribute("kinds", list.kinds());
        return "evaluation/scores";
    }

    @GetMapping("/rounds/{round}/scores/file")
    ResponseEntity<byte[]> file(
            Tenant tenant,
            @PathVariable UUID round,
            ScoreView view,
            @RequestParam TableDownload.Format format,
            Locale language) {
        var list = ScoreList.of(rounds.get(round), view);
        return new ScoreFile(list, tenant.defaultLanguage(), messages, language)
                .download()
                .as(format, language);
    }
}
