package org.samklima.overview.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Answer;
import org.samklima.published.FormOutline;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.Question;

/** The questions of an edition and what was answered. */
record Questions(ReadableEdition edition) {

    /** A question where it stands. */
    record Asked(FormOutline form, FormOutline.Section section, Question question) {}

    static Questions of(ReadableEdition edition) {
        return new Questions(edition);
    }

    /** The same code may stand in several forms; the first one's wording is shown. */
    Optional<Asked> find(String code) {
        return all().stream()
                .filter(asked -> asked.question().code().equals(code))
                .findFirst();
    }

    List<Asked> all() {
        return edition.words().round().forms().stream()
                .flatMap(form -> form.sections().stream()
                        .flatMap(section ->
                                section.questions().stream().map(question -> new Asked(form, section, question))))
                .toList();
    }

    /** The members that the question was put to. */
    List<Member> asked(String code) {
        var kinds = all().stream()
                .filter(asked -> asked.question().code().equals(code))
                .flatMap(asked -> asked.form().memberKinds().stream())
                .toList();
        return edition.members().stream()
                .filter(member -> kinds.contains(member.kind()))
                .toList();
    }

    /** Null where the member gave no answer. */
    @Nullable Answer answer(String member, String code) {
        MemberReport report = edition.report(member);
        return report == null
                ? null
                : report.answers().stream()
                        .filter(answer -> answer.question().equals(code))
                        .findFirst()
                        .orElse(null);
    }
}
