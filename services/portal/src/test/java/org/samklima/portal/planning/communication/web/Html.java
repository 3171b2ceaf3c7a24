package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Reads what our own templates wrote. */
final class Html {

    private Html() {}

    /** The texts of these elements, without what is marked up in them. */
    static List<String> texts(String page, String opening) {
        var name = opening.split(" ")[0];
        return Pattern.compile("<" + Pattern.quote(opening) + "(?:\\s[^>]*)?>(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1).replaceAll("<[^>]+>", "")))
                .toList();
    }
}
