package org.samklima.portal.attacks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samklima.keycloak.BrowserSignIn;

/**
 * No address that a person wrote is ever opened by the portal, so nobody can make it look around in the network it runs in. Links are
 * kept, shown and never followed.
 */
class OutgoingRequestTests {

    /** All our code that runs in the portal; what it uses need not be looked into. */
    static final JavaClasses OURS = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(place -> !place.contains("-tests.jar"))
                .importPackages("org.samklima");
    });

    /** The only ones, and all of them go to Keycloak: its address comes from the settings and from nowhere else. */
    private static final Set<String> MAY = Set.of("Tokens", "KeycloakReachability", "AdminApi", "AdminApi$1");

    private static final DescribedPredicate<JavaClass> A_WAY_OUT = describe(
            "a way out",
            type -> Set.of(
                                    "java.net.Socket",
                                    "java.net.URLConnection",
                                    "java.net.HttpURLConnection",
                                    "java.nio.channels.SocketChannel",
                                    "javax.naming.InitialContext")
                            .contains(type.getName())
                    || type.getName().startsWith("java.net.http.")
                    || type.getName().startsWith("jakarta.ws.rs.client.")
                    || type.getName().startsWith("org.apache.http")
                    || type.getName().startsWith("org.springframework.web.client.")
                    || type.getName().startsWith("org.springframework.web.reactive.function.client.")
                    || type.getName().startsWith("org.springframework.web.service.invoker.")
                    || type.getName().equals("org.springframework.core.io.UrlResource")
                    || type.getName().equals("org.springframework.core.io.DefaultResourceLoader"));

    @Test
    void only_what_talks_to_keycloak_opens_connections() {
        assertThat(OURS.contain(BrowserSignIn.class))
                .as("the check sees all modules")
                .isTrue();
        assertThat(A_WAY_OUT.test(new ClassFileImporter().importClass(HttpClient.class)))
                .isTrue();
        noClasses()
                .that(are(DescribedPredicate.not(describe(
                        "those that talk to Keycloak",
                        type -> type.getPackageName().startsWith("org.samklima.keycloak")
                                && (MAY.contains(type.getSimpleName())
                                        || MAY.contains(type.getName().replaceAll(".*\\.", "")))))))
                .and(are(DescribedPredicate.not(describe(
                        "those that only configure or name exceptions",
                        type -> type.getPackageName().startsWith("org.samklima.keycloak.server")))))
                .should()
                .dependOnClassesThat(A_WAY_OUT)
                .check(OURS);
    }

    @Test
    void nobody_opens_a_url() {
        noClasses()
                .should()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "getContent")
                .orShould()
                .callMethod(URLConnection.class, "connect")
                .orShould()
                .callMethod(javax.imageio.ImageIO.class, "read", URL.class)
                .check(OURS);
    }

    @Test
    void nobody_starts_a_program_or_evaluates_what_somebody_wrote() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("org.samklima.keycloak.server..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "org.springframework.expression..", "java.lang.invoke.hidden")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(OURS);
    }

    @Test
    void whoever_may_talk_to_keycloak_is_there() {
        classes()
                .that()
                .resideInAPackage("org.samklima.keycloak")
                .and(are(describe("named", type -> MAY.contains(type.getSimpleName()))))
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void no_link_opens_a_window_that_could_steer_ours() throws IOException {
        try (var files = Files.find(
                Path.of(".."),
                12,
                (file, _) -> file.toString().contains("src/main/resources/templates")
                        && file.toString().endsWith(".html"))) {
            var templates = files.toList();
            assertThat(templates)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(template -> assertThat(Files.readString(template))
                            .as("%s", template)
                            .doesNotContain("_blank", "th:utext", "th:inline=\"javascript\"", "[("));
        }
    }
}
