package org.samklima.schema;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * The migration job. Reads {@code SAMKLIMA_DATABASE_URL} and {@code SAMKLIMA_DATABASE_OWNER_PASSWORD}, migrates as
 * {@code owner} and ends: 0 if the schema is the newest, 1 with the reason otherwise.
 */
public final class SchemaApplication {

    private SchemaApplication() {}

    public static void main(String[] args) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(required("SAMKLIMA_DATABASE_URL"));
        owner.setUser("owner");
        owner.setPassword(required("SAMKLIMA_DATABASE_OWNER_PASSWORD"));
        Migration.run(owner);
    }

    private static String required(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            System.err.println("The environment variable " + variable + " is missing.");
            System.exit(1);
        }
        return value;
    }
}
