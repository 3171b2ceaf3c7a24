package org.samklima.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema can grow past one PostgreSQL server, and the script that spreads it knows every table. */
class DistributionTests {

    private static final Path SCRIPT = Path.of("..", "..", "docs", "citus.sql");

    private final Distribution distribution =
            new Distribution(JdbcClient.create(TestDatabase.shared().superuser()));

    @Test
    void every_table_is_distributed_by_its_tenant_copied_everywhere_or_named_with_its_reason() {
        var placed = new TreeSet<>(distribution.distributed());
        placed.addAll(Distribution.REFERENCE.keySet());
        placed.addAll(Distribution.LOCAL.keySet());

        assertThat(distribution.all()).isEqualTo(placed);
        assertThat(distribution.distributed())
                .doesNotContainAnyElementsOf(Distribution.REFERENCE.keySet())
                .doesNotContainAnyElementsOf(Distribution.LOCAL.keySet());
    }

    @Test
    void nothing_in_the_schema_stands_in_its_way() {
        assertThat(distribution.obstacles()).isEmpty();
    }

    @Test
    void the_script_in_the_documentation_is_the_one_for_this_schema() throws IOException {
        var script = distribution.script();
        var documented = Files.exists(SCRIPT) ? Files.readString(SCRIPT) : "";
        Files.writeString(SCRIPT, script);

        assertThat(documented)
                .as("docs/citus.sql was out of date and has been written anew: commit it with your change")
                .isEqualTo(script);
    }
}
