package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void a_secret_is_the_same_at_the_next_start() throws Exception {
        var first = Secrets.in(folder).of("portal");

        assertThat(Secrets.in(folder).of("portal")).isEqualTo(first);
    }

    @Test
    void every_secret_is_another_one() throws Exception {
        var secrets = Secrets.in(folder);

        assertThat(secrets.of("portal")).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(secrets.of("overview"));
    }

    @Test
    void only_its_owner_reads_the_file() throws Exception {
        Secrets.in(folder).of("portal");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
