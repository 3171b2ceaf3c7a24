package org.samklima.portal.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.network.Memberships.Terms;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.PeerGroup;
import org.samklima.published.Texts;

/** One look at a list of members: what each row would do. */
final class MemberImportCheck {

    private final Tenant network;
    private final DirectorySearch directory;
    private final Map<UUID, Member> members;
    private final List<PeerGroup> peerGroups;
    private final LocalDate today;

    private final List<Line> lines = new ArrayList<>();
    private final Map<UUID, Terms> terms = new LinkedHashMap<>();
    private final List<UUID> added = new ArrayList<>();
    private final Map<String, PeerGroup> newPeerGroups = new LinkedHashMap<>();
    private final Map<UUID, Integer> rowOf = new HashMap<>();

    MemberImportCheck(
            Tenant network, List<Tenant> directory, List<Member> members, List<PeerGroup> peerGroups, LocalDate today) {
        this.network = network;
        this.directory = new DirectorySearch(directory, network.country());
        this.members = members.stream().collect(Collectors.toMap(Member::id, member -> member));
        this.peerGroups = peerGroups;
        this.today = today;
    }

    void row(ListRow row) {
        var what = (row.value(MemberImport.CODE) + " " + row.value(MemberImport.NAME)).strip();
        try {
            lines.add(line(row, what));
        } catch (Problem problem) {
            lines.add(Line.of(row, what, Outcome.WRONG, problem.messageKey(), problem.argumentTexts()));
        }
    }

    ListReport report() {
        return ListReport.tried(lines);
    }

    /** Of those that join or change. */
    Map<UUID, Terms> terms() {
        return terms;
    }

    /** Those who join, or come back. */
    List<UUID> added() {
        return added;
    }

    List<PeerGroup> newPeerGroups() {
        return List.copyOf(newPeerGroups.values());
    }

    private Line line(ListRow row, String what) {
        var tenant = directory.find(row.value(MemberImport.CODE), row.value(MemberImport.NAME));
        if (tenant.id().equals(network.id())) {
            throw Problem.invalid("network.not-oneself");
        }
        var twin = rowOf.putIfAbsent(tenant.id(), row.number());
        if (twin != null) {
            throw Problem.invalid("lists.duplicate", String.valueOf(twin));
        }
        var group = peerGroup(row.value(MemberImport.PEER_GROUP));
        var since = day(row.value(MemberImport.SINCE));
        var until = day(row.value(MemberImport.UNTIL));
        var member = members.get(tenant.id());
        return member == null || member.hasLeft(today) && until == null
                ? joins(row, tenant, member, new Terms(group, since == null ? today : since, until))
                : stays(row, tenant, member, group, since, until);
    }

    private Line joins(ListRow row, Tenant tenant, @Nullable Member earlier, Terms wanted) {
        terms.put(tenant.id(), wanted);
        added.add(tenant.id());
        return earlier == null
                ? Line.of(row, tenant.name(), Outcome.NEW)
                : Line.of(
                        row, tenant.name(), Outcome.NEW, "network.import.comes-back", String.valueOf(earlier.until()));
    }

    private Line stays(
            ListRow row,
            Tenant tenant,
            Member member,
            @Nullable String group,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        var wanted = new Terms(
                group == null ? member.peerGroup() : group,
                since == null ? member.since() : since,
                until == null ? member.until() : until);
        if (wanted.equals(new Terms(member.peerGroup(), member.since(), member.until()))) {
            return Line.of(row, tenant.name(), Outcome.SAME);
        }
        terms.put(tenant.id(), wanted);
        return Line.of(row, tenant.name(), Outcome.CHANGED);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : Days.read(text);
    }

    /** By its code or by its name in any language; one that nobody knows yet will be made. */
    private @Nullable String peerGroup(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return peerGroups.stream()
                .filter(group -> isCalled(group, text))
                .findFirst()
                .or(() -> Optional.ofNullable(newPeerGroups.get(PeerGroups.codeOf(text))))
                .map(PeerGroup::code)
                .orElseGet(() -> make(text));
    }

    private static boolean isCalled(PeerGroup group, String text) {
        return group.code().equals(PeerGroups.codeOf(text))
                || group.name().byLanguage().values().stream()
                        .anyMatch(name -> Spelling.fold(name).equals(Spelling.fold(text)));
    }

    private String make(String text) {
        var code = PeerGroups.codeOf(text);
        if (code.isEmpty()) {
            throw Problem.invalid("network.peer-group-code-invalid", text);
        }
        newPeerGroups.put(code, new PeerGroup(code, Texts.of(network.defaultLanguage(), text)));
        return code;
    }
}
