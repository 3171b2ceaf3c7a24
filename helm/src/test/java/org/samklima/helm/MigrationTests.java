package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The schema is migrated before anything else of a release is touched, and a migration that fails ends the upgrade. */
class MigrationTests {

    private static final String VERSION = System.getProperty("samklima.version");

    private final Cluster cluster = Cluster.running();

    @Test
    void is_a_hook_whose_account_and_network_policy_are_there_before_it() {
        var migration = Chart.with("external").objects().stream()
                .filter(object -> Rendered.component(object).equals("migration"))
                .toList();

        assertThat(migration)
                .extracting(object -> object.getKind() + " " + annotation(object, "helm.sh/hook-weight"))
                .containsExactlyInAnyOrder("ServiceAccount -20", "NetworkPolicy -20", "Job 0");
        assertThat(migration)
                .allSatisfy(
                        object -> assertThat(annotation(object, "helm.sh/hook")).isEqualTo("pre-install,pre-upgrade"));
        assertThat(Chart.with("external").objects().subList(0, 3)).containsExactlyInAnyOrderElementsOf(migration);
    }

    @Test
    void that_fails_leaves_everything_that_runs_as_it_was() {
        var namespace = "broken-upgrade";
        Chart.install(namespace, "external");
        cluster.forgetChanges(namespace);
        cluster.letJobs(namespace, false);

        assertThatThrownBy(() -> Chart.upgrade(namespace, "external", "image.tag", "2.0.0"))
                .hasMessageContaining("pre-upgrade hooks failed");

        assertThat(cluster.changes(namespace)).noneMatch(change -> change.contains("deployments/"));
        assertThat(images(namespace)).containsOnly("samklima/portal:" + VERSION, "samklima/overview:" + VERSION);

        cluster.letJobs(namespace, true);
        Chart.upgrade(namespace, "external", "image.tag", "2.0.1");
        assertThat(images(namespace)).containsOnly("samklima/portal:2.0.1", "samklima/overview:2.0.1");
    }

    @Test
    void of_the_new_version_ends_before_the_first_portal_of_the_new_version_is_asked_for() {
        var namespace = "upgrade";
        Chart.install(namespace, "external");
        cluster.forgetChanges(namespace);

        Chart.upgrade(namespace, "external", "image.tag", "2.0.0");

        assertThat(cluster.changes(namespace))
                .containsSubsequence(
                        "POST jobs/here-samklima-migration",
                        "PATCH deployments/here-samklima-overview",
                        "PATCH deployments/here-samklima-portal");
        var job = cluster.present(Job.class, namespace).getFirst();
        assertThat(job.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("samklima/migration:2.0.0");
    }

    @Test
    void that_fails_at_the_first_installation_leaves_nothing_running() {
        var namespace = "broken-installation";
        cluster.letJobs(namespace, false);

        assertThatThrownBy(() -> Chart.install(namespace, "external"))
                .hasMessageContaining("job here-samklima-migration failed");

        assertThat(cluster.present(Deployment.class, namespace)).isEmpty();
        assertThat(cluster.present(Job.class, namespace))
                .as("its log is still there to be read")
                .hasSize(1);
    }

    @Test
    void of_a_trial_comes_with_its_first_installation_and_before_every_upgrade() {
        var namespace = "trial-upgrade";
        Chart.install(namespace, "trial");
        assertThat(cluster.present(Job.class, namespace))
                .extracting(job -> job.getMetadata().getName())
                .containsExactlyInAnyOrder("here-samklima-roles-first", "here-samklima-migration-first");
        cluster.forgetChanges(namespace);

        Chart.upgrade(namespace, "trial", "image.tag", "2.0.0");

        assertThat(cluster.changes(namespace))
                .containsSubsequence(
                        "POST jobs/here-samklima-roles",
                        "POST jobs/here-samklima-migration",
                        "PATCH deployments/here-samklima-portal");
    }

    @Test
    void and_upgrade_keep_the_passwords_that_a_trial_made() {
        var namespace = "trial-passwords";
        Chart.install(namespace, "trial");
        var before = passwords(namespace);

        Chart.upgrade(namespace, "trial", "image.tag", "2.0.0");

        assertThat(before).hasSize(7);
        assertThat(passwords(namespace)).isEqualTo(before);
    }

    private Map<String, Map<String, String>> passwords(String namespace) {
        var passwords = new TreeMap<String, Map<String, String>>();
        cluster.present(Secret.class, namespace)
                .forEach(secret -> passwords.put(secret.getMetadata().getName(), secret.getData()));
        return passwords;
    }

    private List<String> images(String namespace) {
        return cluster.present(Deployment.class, namespace).stream()
                .map(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .toList();
    }

    private static String annotation(HasMetadata object, String name) {
        return object.getMetadata().getAnnotations().get(name);
    }
}
