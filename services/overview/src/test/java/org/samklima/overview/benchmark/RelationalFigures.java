package org.samklima.overview.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.samklima.published.Edition;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.Member;
import org.samklima.schema.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same figures as somebody would store them to ask PostgreSQL for a comparison: numbers, keys and an index. */
final class RelationalFigures {

    private static final JdbcClient DATABASE =
            JdbcClient.create(TestDatabase.shared().superuser());

    void unpack(Edition edition) {
        DATABASE.sql("""
                     CREATE SCHEMA benchmark;
                     CREATE TABLE benchmark.member (id int PRIMARY KEY, key text NOT NULL, name text NOT NULL,
                                                    kind text NOT NULL);
                     CREATE TABLE benchmark.figure (indicator int, year int, member int, value numeric NOT NULL,
                                                    PRIMARY KEY (indicator, year, member));
                     """).update();
        try (Connection connection = TestDatabase.shared().superuser().getConnection()) {
            members(connection, edition.members());
            for (FigureTable table : edition.figures().tables()) {
                if (table.sector() == null) {
                    figures(connection, edition, table);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        DATABASE.sql("VACUUM ANALYZE").update();
    }

    private static void members(Connection connection, List<Member> members) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO benchmark.member VALUES (?, ?, ?, ?)")) {
            for (Member member : members) {
                insert.setInt(1, members.indexOf(member));
                insert.setString(2, member.key());
                insert.setString(3, member.name());
                insert.setString(4, member.kind().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void figures(Connection connection, Edition edition, FigureTable table) throws SQLException {
        List<String> keys = edition.members().stream().map(Member::key).toList();
        int indicator = edition.figures().indicators().stream()
                .map(known -> known.code())
                .toList()
                .indexOf(table.indicator());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO benchmark.figure VALUES (?, ?, ?, ?)")) {
            for (FigureRow row : table.rows()) {
                for (int i = 0; i < table.years().size(); i++) {
                    BigDecimal value = row.values().get(i);
                    if (value != null) {
                        insert.setInt(1, indicator);
                        insert.setInt(2, table.years().get(i));
                        insert.setInt(3, keys.indexOf(row.member()));
                        insert.setBigDecimal(4, value);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** The process that all of PostgreSQL's are children of. */
    long postmaster() {
        return DATABASE.sql("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")
                .query(Long.class)
                .single();
    }
}
