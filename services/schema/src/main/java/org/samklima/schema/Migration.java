package org.samklima.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;

/** Brings the schema to the newest version. May be repeated; several at once wait for one another. */
public final class Migration {

    private Migration() {}

    /**
     * @param owner connects as the role {@code owner} to the database {@link DatabaseRoles#DATABASE}
     * @throws IllegalStateException if a change fails; every change is a transaction of its own, so what came before it stays
     */
    public static void run(DataSource owner) {
        try (Connection connection = owner.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName("samklima");
            Scope.child(
                    Scope.Attr.ui,
                    new LoggerUIService(),
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "db/changelog.yaml")
                            .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                            .execute());
        } catch (SQLException | LiquibaseException failure) {
            throw new IllegalStateException("The database could not be migrated", failure);
        } catch (Exception failure) {
            throw new IllegalStateException("The database could not be migrated", failure);
        }
    }
}
