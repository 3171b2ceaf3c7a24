package org.samklima.portal.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListAnswer;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.network.Memberships.Terms;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.PeerGroup;
import org.samklima.published.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** The members of a network, as data. */
@TenantApi
@Allowed({Role.STAFF, Role.BOARD})
class MembersApi {

    private final Members members;
    private final Memberships memberships;
    private final PeerGroups peerGroups;
    private final MemberImport imports;
    private final Tenants tenants;
    private final ListAnswer.Words words;

    MembersApi(
            Members members,
            Memberships memberships,
            PeerGroups peerGroups,
            MemberImport imports,
            Tenants tenants,
            ListAnswer.Words words) {
        this.members = members;
        this.memberships = memberships;
        this.peerGroups = peerGroups;
        this.imports = imports;
        this.tenants = tenants;
        this.words = words;
    }

    /** @param slug address of the tenant that becomes a member */
    record NewMember(
            @Nullable String slug,
            @Nullable String peerGroup,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** @param until its last day; null takes an end back */
    record Membership(
            @Nullable String peerGroup,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    record Name(@Nullable Texts name) {}

    /**
     * Whoever is a member on a day, by name.
     *
     * @param on the day; without it today, where the network is
     */
    @GetMapping("/members")
    List<Member> present(@RequestParam(required = false) @Nullable LocalDate on) {
        return on == null ? members.present() : members.present(on);
    }

    /** One member, also one that has left or is to come. */
    @GetMapping("/members/{member}")
    Member one(@PathVariable String member) {
        return tenants.bySlug(member)
                .flatMap(tenant -> members.find(tenant.id()))
                .orElseThrow(Problem::notFound);
    }

    /** Makes a tenant a member, from today unless a day is given. 409 if it is one already. */
    @PostMapping("/members")
    @Allowed(Role.STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    Member add(@RequestBody NewMember added) {
        var tenant = tenants.bySlug(added.slug() == null ? "" : added.slug())
                .orElseThrow(() -> Problem.invalid("network.import.unknown", String.valueOf(added.slug())));
        var since = added.since() == null ? members.today() : added.since();
        memberships.add(tenant, new Terms(added.peerGroup(), since, added.until()));
        return one(tenant.slug());
    }

    /** Puts a member into a peer group, ends its membership or takes the end back. */
    @PutMapping("/members/{member}")
    @Allowed(Role.STAFF)
    Member change(@PathVariable String member, @RequestBody Membership membership) {
        var before = one(member);
        var since = membership.since() == null ? before.since() : membership.since();
        memberships.change(before.id(), new Terms(membership.peerGroup(), since, membership.until()));
        return one(member);
    }

    /**
     * Takes members from a list (CSV or XLSX), all or none. 422 if a row is wrong, and then nothing is imported.
     *
     * @param mapping from member-code, member-name, peer-group, since and until to the heading of the column, or to its place
     *     as in #3; without it the headings tell
     * @param dryRun only says what would happen
     */
    @PostMapping(path = "/member-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.STAFF)
    ResponseEntity<ListAnswer> importList(
            @RequestPart MultipartFile file,
            @RequestPart(required = false) @Nullable Map<String, String> mapping,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Locale language) {
        var upload = ListUpload.ofProgram(file, mapping, MemberImport.ROLES);
        var report = dryRun
                ? imports.tryOut(upload.rows())
                : imports.carryOut(upload.file().name(), upload.rows());
        return words.answer(report, dryRun, language);
    }

    /** The peer groups, by code. */
    @GetMapping("/peer-groups")
    List<PeerGroup> peerGroups() {
        return members.peerGroups();
    }

    /** Adds a peer group, or names it anew. */
    @PutMapping("/peer-groups/{code}")
    @Allowed(Role.STAFF)
    PeerGroup savePeerGroup(@PathVariable String code, @RequestBody Name named) {
        if (named.name() == null) {
            throw Problem.invalid("network.peer-group-nameless");
        }
        var group = new PeerGroup(code, named.name());
        peerGroups.save(group);
        return group;
    }

    /** 409 while a member is in it, or was. */
    @DeleteMapping("/peer-groups/{code}")
    @Allowed(Role.STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePeerGroup(@PathVariable String code) {
        peerGroups.remove(members.peerGroups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound));
    }
}
