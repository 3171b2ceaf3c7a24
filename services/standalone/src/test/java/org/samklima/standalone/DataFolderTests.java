package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    private Path root;

    @BeforeEach
    void choose(@TempDir Path parent) {
        root = parent.resolve("data");
    }

    @Test
    void a_folder_in_use_is_refused() throws Exception {
        try (var _ = DataFolder.open(root, false)) {
            assertThatThrownBy(() -> DataFolder.open(root, false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll("is running already", root.toString(), "-Ddata=");
        }
    }

    @Test
    void a_folder_in_use_is_not_emptied_either() throws Exception {
        try (var folder = DataFolder.open(root, false)) {
            Files.createDirectory(folder.database());

            assertThatThrownBy(() -> DataFolder.open(root, true)).isInstanceOf(CannotStart.class);
            assertThat(folder.database()).exists();
        }
    }

    @Test
    void what_is_there_stays_for_the_next_start() throws Exception {
        try (var folder = DataFolder.open(root, false)) {
            folder.rememberDemonstration();
        }
        try (var folder = DataFolder.open(root, false)) {
            assertThat(folder.hasDemonstration()).isTrue();
        }
    }

    @Test
    void starting_afresh_forgets_all_but_the_unpacked_programs() throws Exception {
        try (var folder = DataFolder.open(root, false)) {
            folder.rememberDemonstration();
            folder.rememberMigration("changes");
            Files.createDirectories(folder.database().resolve("base"));
            Files.createDirectories(folder.programs().resolve("keycloak"));
        }
        try (var folder = DataFolder.open(root, true)) {
            assertThat(folder.hasDemonstration()).isFalse();
            assertThat(folder.isMigratedTo("changes")).isFalse();
            assertThat(folder.database()).doesNotExist();
            assertThat(folder.programs().resolve("keycloak")).exists();
        }
    }

    @Test
    void a_folder_of_somebody_else_is_left_alone() throws Exception {
        var photographs = Files.createDirectories(root).resolve("photographs");
        Files.createFile(photographs);

        assertThatThrownBy(() -> DataFolder.open(root, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not Samklima's");
        assertThat(photographs).exists();
    }

    @Test
    void data_of_a_newer_version_is_refused() throws Exception {
        DataFolder.open(root, false).close();
        Files.writeString(root.resolve("format"), String.valueOf(DataFolder.FORMAT + 1));

        assertThatThrownBy(() -> DataFolder.open(root, false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void nobody_else_on_the_machine_can_look_into_it() throws Exception {
        DataFolder.open(root, false).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }
}
