package org.samklima.portal;

import java.util.List;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.ReportForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody who means harm would write. */
final class Hostile {

    /** Leaves a text, an attribute, a title and a script; asks three kinds of templates to reckon. */
    static final String TEXT = "\"'></textarea></title></script><script data-hostile>hostile=1</script>"
            + "<img data-hostile src=/x onerror=hostile=1>[[${7919*6841}]]__${7919*6841}__{{7919*6841}}";

    /** Where there is little room. */
    static final String SHORT = "\"'><b data-hostile>";

    /** What a template would have made of it. */
    static final String RECKONED = "54173879";

    static final String LINK = "javascript:hostile=1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> LANGUAGES = List.of("sv", "da", "de", "en");

    private Hostile() {}

    /** The same form with the text behind every text in it. */
    static ReportForm made(ReportForm form) {
        var tree = JSON.readTree(FormFile.write(form));
        spoil(tree);
        return FormFile.read(JSON.writeValueAsBytes(tree));
    }

    private static void spoil(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var language : LANGUAGES) {
                if (object.path(language).isString()) {
                    object.put(language, object.path(language).asString() + TEXT);
                }
            }
        }
        node.forEach(Hostile::spoil);
    }
}
