package org.samklima.portal.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.published.MemberKind;
import org.samklima.published.Texts;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A report form: what a network asks of its members. One that exists makes sense: codes are unique, conditions look back,
 * every text stands in every language of the form, points can be earned. Which version of a form it is, is not known to
 * it but to {@link Forms}. Its JSON is the report form file ({@link FormFile}).
 *
 * @param code the same in every version
 * @param introduction said before the first section, if anything
 * @param languages two-letter codes, the main one first
 */
@JsonSerialize(using = FormJson.Serializer.class)
@JsonDeserialize(using = FormJson.Deserializer.class)
public record ReportForm(
        String code, Texts title, @Nullable Texts introduction, List<String> languages, List<Section> sections) {

    /** @throws InvalidForm with every flaw there is */
    public ReportForm {
        Codes.checked(code);
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
        var flaws = FormCheck.flaws(code, title, introduction, languages, sections);
        if (!flaws.isEmpty()) {
            throw new InvalidForm(flaws);
        }
    }

    public Optional<Question> question(String code) {
        return questions().stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    /** Every question, in order. */
    public List<Question> questions() {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .toList();
    }

    /** Whether the total weighs its sections; a form without weights counts points over all. */
    public boolean isWeighted() {
        return sections.stream().anyMatch(section -> section.weight() != null);
    }

    /** The sections with a question for members of this kind. */
    public List<Section> sectionsFor(MemberKind kind) {
        return sections.stream().filter(section -> section.concerns(kind)).toList();
    }
}
