package org.samklima.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything in words that tenants have saved: answers, comments, notes, mails, names, and what documents hold of them. Read behind
 * the application's back, from every column that could hold it.
 */
final class WrittenTexts {

    /** Whatever is shorter, or a single word, could be one of ours as well. */
    private static final int LETTERS = 24;

    private static final String COLUMNS = """
            SELECT format('%I', c.table_name), format('%I', c.column_name), c.data_type
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'samklima' AND t.table_type = 'BASE TABLE'
              AND c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY')
              AND c.udt_name IN ('text', 'varchar', 'json', 'jsonb', '_text')
              AND EXISTS (SELECT FROM information_schema.columns o WHERE o.table_schema = c.table_schema
                          AND o.table_name = c.table_name AND o.column_name = 'tenant_id')""";

    /** By how it begins. */
    private final Map<String, String> texts = new HashMap<>();

    private WrittenTexts() {}

    static WrittenTexts of(DataSource superuser) throws SQLException {
        var all = new WrittenTexts();
        try (var connection = superuser.getConnection()) {
            for (var question : questions(connection)) {
                try (var rows = connection.createStatement().executeQuery(question)) {
                    while (rows.next()) {
                        all.add(rows.getString(1));
                    }
                }
            }
        }
        return all;
    }

    private static List<String> questions(Connection connection) throws SQLException {
        var questions = new ArrayList<String>();
        try (var columns = connection.createStatement().executeQuery(COLUMNS)) {
            while (columns.next()) {
                var column = columns.getString(2);
                var value =
                        switch (columns.getString(3)) {
                            case "json", "jsonb" ->
                                "jsonb_path_query(" + column
                                        + "::jsonb, 'strict $.** ? (@.type() == \"string\")') #>> '{}'";
                            case "ARRAY" -> "unnest(" + column + ")";
                            default -> column;
                        };
                questions.add("SELECT DISTINCT " + value + " FROM samklima." + columns.getString(1));
            }
        }
        return questions;
    }

    private void add(String text) {
        if (text != null && text.length() >= LETTERS && text.strip().contains(" ")) {
            texts.put(text.substring(0, LETTERS), text);
        }
    }

    int number() {
        return texts.size();
    }

    boolean hold(String text) {
        return texts.containsValue(text);
    }

    /** The first of them that begins in a line of a log, which is JSON. */
    Optional<String> quotedIn(String line) {
        for (var said : JsonMapper.shared().readTree(line).findValues("message")) {
            var found = in(said.asString());
            if (found.isPresent()) {
                return found;
            }
        }
        return in(line);
    }

    private Optional<String> in(String said) {
        for (int begin = 0; begin + LETTERS <= said.length(); begin++) {
            var text = texts.get(said.substring(begin, begin + LETTERS));
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
