package org.samklima.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Files.copy(folder.resolve("components.puml"), DIAGRAM, StandardCopyOption.REPLACE_EXISTING);
    }
}
