package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTests {

    private final Running running = new Running();
    private Path root;

    @BeforeEach
    void choose(@TempDir Path parent) {
        root = parent.resolve("data");
    }

    @Test
    void the_last_started_is_stopped_first_even_if_one_resists() throws Exception {
        var stopped = new ArrayList<String>();
        running.add(() -> stopped.add("database"));
        running.add(() -> {
            throw new IllegalStateException("will not");
        });
        running.add(() -> stopped.add("portal"));

        running.stop();

        assertThat(stopped).containsExactly("portal", "database");
    }

    @Test
    void what_comes_too_late_is_stopped_at_once() {
        var stopped = new ArrayList<String>();
        running.stop();

        assertThatThrownBy(() -> running.add(() -> stopped.add("portal"))).isInstanceOf(CannotStart.class);
        assertThat(stopped).containsExactly("portal");
    }

    @Test
    void a_child_that_ends_by_itself_ends_everything_and_says_how() throws Exception {
        try (var data = DataFolder.open(root, false)) {
            running.addChild(
                    Child.start("portal", new ProcessBuilder("sh", "-c", "echo no memory left; exit 3"), data));

            assertThatThrownBy(running::awaitEnd)
                    .hasRootCauseInstanceOf(CannotStart.class)
                    .rootCause()
                    .hasMessageContainingAll("portal ended by itself with code 3", "no memory left");
        }
    }

    @Test
    void a_child_is_stopped_with_the_others() throws Exception {
        try (var data = DataFolder.open(root, false)) {
            var child = running.addChild(Child.start("portal", new ProcessBuilder("sleep", "600"), data));

            running.stop();

            assertThat(child.isAlive()).isFalse();
            assertThat(data.leftovers().end()).isZero();
        }
    }
}
