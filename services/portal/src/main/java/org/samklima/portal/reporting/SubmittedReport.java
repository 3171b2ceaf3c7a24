package org.samklima.portal.reporting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Answers;
import org.samklima.published.MemberKind;

/**
 * One version of a member's annual report: the content of {@value #KIND} in the network's letterbox, with the round's id as
 * subject. It needs nothing else to be understood but the version of the form it names. For example:
 *
 * <pre>{@code
 * {
 *   "round": "0198…", "form": "climate-report", "formVersion": 2, "year": 2026, "version": 1,
 *   "member": {"id": "0197…", "name": "Ekby", "kind": "MUNICIPALITY"},
 *   "answers": [
 *     {"question": "has-plan", "answer": {"type": "yes-no", "yes": true}, "comment": "Adopted in May"},
 *     {"question": "emissions", "answer": {"type": "amount", "value": 81250.5},
 *      "origin": {"source": "OFFICIAL_FIGURE", "from": "The authority's statistics, edition 3", "year": 2024}}
 *   ],
 *   "signOff": {"by": "Disa Dahl", "minutes": "KS § 41/2026", "at": "2026-03-18T09:12:00Z"},
 *   "submittedBy": "Karin Koll", "submittedAt": "2026-03-20T14:02:11Z"
 * }
 * }</pre>
 *
 * @param version of the submission, from 1
 * @param answers those that stand, <em>not applicable</em> included, in the form's order; what the form does not ask this
 *     member is not among them
 * @param signOff null where the round does not ask for one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmittedReport(
        UUID round,
        String form,
        int formVersion,
        int year,
        int version,
        Member member,
        List<Given> answers,
        @Nullable SignOff signOff,
        String submittedBy,
        Instant submittedAt) {

    public static final String KIND = "report";

    /** In the network's letterbox from the first answer on, with the round's id as subject: that, and nothing more. */
    public static final String STARTED_KIND = "report-started";

    /** Who reports, as it was called when it submitted. */
    public record Member(UUID id, String name, MemberKind kind) {}

    /**
     * An answer.
     *
     * @param comment to the network; null if there is none
     * @param origin null if it was typed in here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Given(
            String question,
            Answer answer,
            @Nullable String comment,
            @Nullable Origin origin) {}

    /** @param minutes the reference by which the decision is found */
    public record SignOff(String by, String minutes, Instant at) {}

    public SubmittedReport {
        answers = List.copyOf(answers);
    }

    /** As a form is filled in with them. */
    public Answers toAnswers() {
        Map<String, Answer> byQuestion = new LinkedHashMap<>();
        answers.forEach(given -> byQuestion.put(given.question(), given.answer()));
        return new Answers(byQuestion);
    }
}
