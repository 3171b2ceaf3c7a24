package org.samklima.portal.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Sorting;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The members of the network, as a list to look at and to take along. */
@TenantController
@Allowed({Role.STAFF, Role.BOARD})
class MembersController {

    private final Members members;
    private final MemberExport export;

    MembersController(Members members, MemberExport export) {
        this.members = members;
        this.export = export;
    }

    /** @param groups names of the peer groups in the reader's language, by code */
    private record Shown(
            LocalDate today,
            Sorting sorting,
            Map<String, String> groups,
            List<Member> members,
            long present,
            boolean none) {

        /** Most lists need no column for an end that hardly any membership has. */
        public boolean anyEnds() {
            return members.stream().anyMatch(member -> member.until() != null);
        }
    }

    @GetMapping("/members")
    @InNavigation(value = "network.navigation.members", order = 110)
    String list(Tenant tenant, Actor actor, MemberFilter filter, PageAddress address, Locale language, Model model) {
        var shown = shown(tenant, filter, address, language);
        model.addAttribute("tenant", tenant);
        model.addAttribute("mayChange", actor.has(Role.STAFF));
        model.addAttribute("filter", filter);
        model.addAttribute("shown", shown);
        model.addAttribute("query", address.toString().substring(address.path().length()));
        return "network/members";
    }

    @GetMapping("/members.csv")
    ResponseEntity<byte[]> csv(Tenant tenant, MemberFilter filter, PageAddress address, Locale language) {
        var shown = shown(tenant, filter, address, language);
        return export.csv(tenant, shown.today, shown.members, shown.groups, language);
    }

    @GetMapping("/members.xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, MemberFilter filter, PageAddress address, Locale language) {
        var shown = shown(tenant, filter, address, language);
        return export.xlsx(tenant, shown.today, shown.members, shown.groups, language);
    }

    private Shown shown(Tenant tenant, MemberFilter filter, PageAddress address, Locale language) {
        var today = members.today();
        var groups = GroupNames.in(language, members.peerGroups(), tenant);
        var all = members.all();
        var sorting = Sorting.of(address, MemberFilter.COLUMNS);
        var sorted = MemberFilter.sorted(filter.of(all, today), sorting, groups, language);
        var present = all.stream().filter(member -> member.isPresent(today)).count();
        return new Shown(today, sorting, groups, sorted, present, all.isEmpty());
    }
}
