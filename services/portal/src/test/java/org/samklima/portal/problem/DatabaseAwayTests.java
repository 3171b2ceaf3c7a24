package org.samklima.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53100", "53300", "57P01", "57014", "58030", "55P03", "25006"})
    void a_database_that_is_away_full_or_busy_passes(String state) {
        assertThat(DatabaseAway.isCauseOf(within(new SQLException("", state)))).isTrue();
    }

    @Test
    void nobody_gets_a_connection_where_all_are_waited_for() {
        assertThat(DatabaseAway.isCauseOf(within(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void a_connection_that_broke_before_cannot_be_rolled_back() {
        assertThat(DatabaseAway.isCauseOf(within(new SQLException("Connection is closed"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42703", "23505", "22021", "42501", ""})
    void a_mistake_of_ours_does_not(String state) {
        assertThat(DatabaseAway.isCauseOf(within(new SQLException("", state)))).isFalse();
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException())).isFalse();
    }

    private static Throwable within(SQLException refused) {
        return new CannotCreateTransactionException("", new IllegalStateException(refused));
    }
}
