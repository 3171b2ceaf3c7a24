package org.samklima.published;

import java.util.List;

/**
 * A report form as the public needs it: enough to read answers and scores by.
 *
 * @param version the version of the form that the round asked with
 * @param memberKinds whom it was put to
 */
public record FormOutline(String code, int version, Texts title, List<MemberKind> memberKinds, List<Section> sections) {

    public FormOutline {
        memberKinds = Lists.copy(memberKinds);
        sections = Lists.copy(sections);
    }

    /**
     * A section.
     *
     * @param gate true for basic requirements: met or not, without points
     */
    public record Section(String code, Texts title, boolean gate, List<Question> questions) {

        public Section {
            questions = Lists.copy(questions);
        }
    }
}
