package org.samklima.schema.containers;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * Tests run against what is embedded, unless {@code -Dsamklima.test.containers} asks for containers: {@code true} insists on
 * them, {@code auto} takes them where an engine is running that has the image. The images are those that we ship with; {@code
 * -Dsamklima.test.postgres.image} and {@code -Dsamklima.test.keycloak.image} name others.
 */
public final class Containers {

    private static final String SWITCH = "samklima.test.containers";

    private Containers() {}

    public static DockerImageName postgres() {
        return image("samklima.test.postgres.image", "postgres:18.6-bookworm");
    }

    public static DockerImageName keycloak() {
        return image("samklima.test.keycloak.image", "quay.io/keycloak/keycloak:26.7.3");
    }

    /**
     * @throws IllegalStateException if containers are insisted on and no engine is running
     * @throws IllegalArgumentException if the switch says something else
     */
    public static boolean wanted(DockerImageName image) {
        var wish = System.getProperty(SWITCH, "false");
        return switch (wish) {
            case "false" -> false;
            case "true" -> insist();
            case "auto" -> isAtHand(image);
            default ->
                throw new IllegalArgumentException("-D" + SWITCH + " is true, false or auto, but not '" + wish + "'");
        };
    }

    private static boolean insist() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("-D" + SWITCH + "=true, but no container engine is running here");
        }
        return true;
    }

    private static boolean isAtHand(DockerImageName image) {
        var docker = DockerClientFactory.instance();
        var found = docker.isDockerAvailable()
                && !docker.client()
                        .listImagesCmd()
                        .withReferenceFilter(image.asCanonicalNameString())
                        .exec()
                        .isEmpty();
        System.err.printf("Tests use %s%n", found ? "containers of " + image : "what is embedded instead of " + image);
        return found;
    }

    private static DockerImageName image(String property, String shipped) {
        return DockerImageName.parse(System.getProperty(property, shipped));
    }
}
