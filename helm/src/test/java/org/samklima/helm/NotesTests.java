package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Helm says after an installation can be typed as it stands: the objects that it names are there. */
class NotesTests {

    private static final Pattern NAMED = Pattern.compile("(deployment|job|cronjob)/(\\S+)|exec -it (\\S+)-0 ");

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void commands_name_what_is_there(String values) {
        var namespace = "notes-" + values;
        var first = Chart.install(namespace, values).getOutput();
        assertThat(there(namespace))
                .as("but what only an upgrade makes")
                .containsAll(named(first).stream()
                        .filter(name -> !name.endsWith("-migration"))
                        .toList());

        var notes = Chart.upgrade(namespace, values, "image.tag", "2.0.0").getOutput();
        assertThat(named(notes)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(there(namespace)).containsAll(named(notes));
        assertThat(notes).contains(" -n " + namespace + " ").doesNotContain("<no value>");
    }

    private static List<String> named(String notes) {
        return NAMED.matcher(notes)
                .results()
                .map(found -> found.group(1) == null
                        ? "statefulset/" + found.group(3)
                        : found.group(1) + "/" + found.group(2))
                .toList();
    }

    private static List<String> there(String namespace) {
        return Cluster.running().present(HasMetadata.class, namespace).stream()
                .map(object -> object.getKind().toLowerCase(Locale.ROOT) + "/"
                        + object.getMetadata().getName())
                .toList();
    }
}
