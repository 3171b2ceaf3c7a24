package org.samklima.portal.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.published.PeerGroup;
import org.samklima.published.Texts;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The peer groups of the network, named in each of its languages. */
@TenantController
@Allowed(Role.STAFF)
class PeerGroupsController {

    /** Parameters of a form by which a language names the group. */
    private static final String NAME = "name-";

    private final Members members;
    private final PeerGroups peerGroups;
    private final MessageSource messages;

    PeerGroupsController(Members members, PeerGroups peerGroups, MessageSource messages) {
        this.members = members;
        this.peerGroups = peerGroups;
        this.messages = messages;
    }

    @GetMapping("/peer-groups")
    String all(Tenant tenant, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("groups", members.peerGroups());
        model.addAttribute("crumbs", List.of(crumb(tenant, "network.members", "members", language)));
        model.addAttribute(
                "sizes",
                members.present().stream()
                        .filter(member -> member.peerGroup() != null)
                        .collect(Collectors.groupingBy(Member::peerGroup, Collectors.counting())));
        return "network/peer-groups";
    }

    @GetMapping("/peer-groups/{code}")
    String one(Tenant tenant, @PathVariable String code, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("group", group(code));
        model.addAttribute(
                "crumbs",
                List.of(
                        crumb(tenant, "network.members", "members", language),
                        crumb(tenant, "network.peer-groups", "peer-groups", language)));
        return "network/peer-group";
    }

    @PostMapping("/peer-groups")
    String add(Tenant tenant, @RequestParam Map<String, String> parameters, RedirectAttributes redirect) {
        return tried(tenant, redirect, () -> {
            var name = name(tenant, parameters);
            var code = PeerGroups.codeOf(name.byLanguage().values().iterator().next());
            if (members.peerGroups().stream().anyMatch(group -> group.code().equals(code))) {
                throw Problem.conflict("network.peer-group-there", code);
            }
            peerGroups.save(new PeerGroup(code, name));
            Notice.success("network.peer-group-saved").on(redirect);
        });
    }

    @PostMapping("/peer-groups/{code}")
    String rename(
            Tenant tenant,
            @PathVariable String code,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        var group = group(code);
        return tried(tenant, redirect, () -> {
            peerGroups.save(new PeerGroup(group.code(), name(tenant, parameters)));
            Notice.success("network.peer-group-saved").on(redirect);
        });
    }

    @PostMapping("/peer-groups/{code}/removal")
    String remove(Tenant tenant, @PathVariable String code, RedirectAttributes redirect) {
        var group = group(code);
        return tried(tenant, redirect, () -> {
            peerGroups.remove(group);
            Notice.success("network.peer-group-removed").on(redirect);
        });
    }

    private Crumb crumb(Tenant tenant, String text, String path, Locale language) {
        return new Crumb(messages.getMessage(text, null, language), "/" + tenant.slug() + "/" + path);
    }

    private PeerGroup group(String code) {
        return members.peerGroups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Texts name(Tenant tenant, Map<String, String> parameters) {
        var name = new LinkedHashMap<String, String>();
        for (var language : tenant.languages()) {
            var text = parameters.getOrDefault(NAME + language, "").strip();
            if (!text.isEmpty()) {
                name.put(language, text);
            }
        }
        if (name.isEmpty()) {
            throw Problem.invalid("network.peer-group-nameless");
        }
        return new Texts(name);
    }

    private static String tried(Tenant tenant, RedirectAttributes redirect, Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/peer-groups";
    }
}
