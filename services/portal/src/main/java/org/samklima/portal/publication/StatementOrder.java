package org.samklima.portal.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.publication.EditionForm.StatementField;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** What the buttons beside the statements do: {@code add}, {@code remove}, {@code up} and {@code down}, with a code. */
final class StatementOrder {

    private StatementOrder() {}

    /** The statements after the button that was pressed; the same ones if none was. */
    static List<StatementField> after(List<StatementField> statements, MultiValueMap<String, String> pressed) {
        var list = new ArrayList<>(statements);
        var added = pressed.getFirst("add");
        if (added != null && position(list, added) < 0) {
            list.add(new StatementField(added, Map.of()));
        }
        var removed = pressed.getFirst("remove");
        if (removed != null) {
            list.removeIf(field -> field.code().equals(removed));
        }
        move(list, pressed.getFirst("up"), -1);
        move(list, pressed.getFirst("down"), 1);
        return list;
    }

    /** Where on the page the reader was when the button was pressed. */
    static String anchor(MultiValueMap<String, String> pressed) {
        for (var button : List.of("up", "down")) {
            var code = pressed.getFirst(button);
            if (code != null) {
                return "#statement-" + UriUtils.encodeFragment(code, StandardCharsets.UTF_8);
            }
        }
        return pressed.containsKey("add") || pressed.containsKey("remove") ? "#statements" : "";
    }

    private static void move(List<StatementField> list, @Nullable String code, int by) {
        int from = code == null ? -1 : position(list, code);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < list.size()) {
            list.add(to, list.remove(from));
        }
    }

    private static int position(List<StatementField> list, String code) {
        return list.stream().map(StatementField::code).toList().indexOf(code);
    }
}
