package org.samklima.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Modules use one another only through the types of their root packages, and only upwards. */
class ModularityTests {

    private static final Path DIAGRAM = Path.of("../../docs/modules.puml");

    private final ApplicationModules modules = ApplicationModules.of(PortalApplication.class);

    @Test
    void modules_keep_to_their_boundaries() {
        modules.verify();
    }

    @Test
    void the_diagram_in_the_documentation_is_the_truth() throws Exception {
        var folder = Path.of("target/modules");
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(
                        Documenter.DiagramOptions.defaults().withStyle(Documenter.DiagramOptions.DiagramStyle.UML));
        Files.write(DIAGRAM, inOrder(Files.readAllLines(folder.resolve("components.puml"))));
    }

    /** The documenter's order differs from run to run; what did not change shall not look so. */
    private static List<String> inOrder(List<String> lines) {
        var ordered = new ArrayList<String>();
        int runStart = 0;
        for (var line : lines) {
            if (!isPart(line)) {
                ordered.add(line);
                runStart = ordered.size();
            } else {
                ordered.add(line);
                Collections.sort(ordered.subList(runStart, ordered.size()));
            }
        }
        return ordered;
    }

    private static boolean isPart(String line) {
        return line.contains(" --> ") || line.strip().startsWith("component ");
    }
}
