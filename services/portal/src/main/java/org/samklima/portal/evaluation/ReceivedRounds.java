package org.samklima.portal.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.letterbox.Envelope;
import org.samklima.portal.letterbox.Letter;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Deadlines;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.reporting.SubmittedReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rounds of the bound association with what was received; as many queries for three hundred members as for three. */
@Component
class ReceivedRounds {

    private final Rounds rounds;
    private final Forms forms;
    private final Members members;
    private final Letterbox letterbox;
    private final Decisions decisions;
    private final JsonMapper json;

    ReceivedRounds(
            Rounds rounds, Forms forms, Members members, Letterbox letterbox, Decisions decisions, JsonMapper json) {
        this.rounds = rounds;
        this.forms = forms;
        this.members = members;
        this.letterbox = letterbox;
        this.decisions = decisions;
        this.json = json;
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public ReceivedRound get(UUID id) {
        return received(rounds.get(id));
    }

    /** The last earlier round of the same form that members could answer. */
    @Transactional(readOnly = true)
    public Optional<ReceivedRound> before(Round round) {
        return rounds.all().stream()
                .filter(other -> other.formId().equals(round.formId()) && other.year() < round.year())
                .filter(other -> !other.is(RoundState.PLANNED))
                .findFirst()
                .map(this::received);
    }

    private ReceivedRound received(Round round) {
        var form = forms.get(round.formId(), round.formVersion());
        var deadlines = rounds.deadlines(round.id());
        var subject = round.id().toString();
        var started = letterbox.newest(SubmittedReport.STARTED_KIND, subject).stream()
                .collect(Collectors.toMap(Envelope::sender, Envelope::receivedAt));
        var received = received(round.id());
        return new ReceivedRound(round, form, deadlines, asked(round, form, deadlines, received), started, received);
    }

    private Map<UUID, List<Received>> received(UUID round) {
        var decided = new HashMap<UUID, Map<Integer, Decision>>();
        decisions
                .ofRound(round)
                .forEach(decision -> decided.computeIfAbsent(decision.member(), _ -> new HashMap<>())
                        .put(decision.version(), decision));
        return letterbox.received(SubmittedReport.KIND, round.toString()).stream()
                .map(letter -> received(
                        letter, decided.getOrDefault(letter.sender(), Map.of()).get(letter.version())))
                .collect(Collectors.groupingBy(Received::member));
    }

    private Received received(Letter letter, @Nullable Decision decision) {
        return new Received(
                letter.sender(),
                letter.version(),
                letter.receipt(),
                letter.receivedAt(),
                json.readValue(letter.content(), SubmittedReport.class),
                decision);
    }

    private List<Member> asked(Round round, ReportForm form, Deadlines deadlines, Map<UUID, List<Received>> received) {
        var day = earlier(members.today(), round.deadline());
        return members.all().stream()
                .filter(member -> !form.sectionsFor(ReceivedRound.kind(member)).isEmpty())
                .filter(member -> member.isPresent(day)
                        || received.containsKey(member.id())
                        || deadlines.extended().containsKey(member.id()))
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
