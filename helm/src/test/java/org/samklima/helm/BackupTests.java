package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The chart's own PostgreSQL is backed up by the scripts that the recovery drill destroys and restores a server with. Here: that
 * they, the server's files and the backups are where each of the three expects them.
 */
class BackupTests {

    private static final String SCRIPTS = "/opt/samklima/backup";
    private static final String BACKUPS = "/backups";
    private static final String FILES = "/var/lib/postgresql";
    private static final String DATA = FILES + "/18/docker";

    private final Rendered trial = Chart.with("trial");

    @Test
    void the_scripts_are_those_that_the_drill_tries() throws IOException {
        var scripts = new HashMap<String, String>();
        try (var files = Files.list(Path.of("../docker/backup"))) {
            for (var file : files.toList()) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        }

        assertThat(scripts).containsKeys("archive-wal.sh", "base-backup.sh", "restore-in-place.sh");
        assertThat(trial.the(ConfigMap.class, "backup-scripts").getData()).isEqualTo(scripts);
    }

    @Test
    void the_server_archives_its_log_with_them() {
        var server = trial.workload("postgresql");

        assertThat(server.container().getArgs())
                .contains(
                        "archive_mode=on",
                        "archive_timeout=60",
                        "archive_command=" + SCRIPTS + "/archive-wal.sh %p %f " + BACKUPS);
        assertThat(mounted(server))
                .containsEntry(BACKUPS, "here-samklima-backups, to be written")
                .containsEntry(SCRIPTS, "here-samklima-backup-scripts");
    }

    @Test
    void a_server_that_reads_its_log_is_left_to_it() {
        var server = trial.workload("postgresql").container();
        var startup = server.getStartupProbe();

        assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold()).isGreaterThanOrEqualTo(3600);
        assertThat(server.getLivenessProbe().getExec().getCommand())
                .as("pg_isready says 1 while the server repairs itself")
                .containsExactly("/bin/sh", "-c", "pg_isready --host=127.0.0.1 --username=postgres || [ $? -eq 1 ]");
    }

    @Test
    void every_night_its_files_are_copied_beside_it_and_not_changed() {
        var copying = trial.the(CronJob.class, "backup").getSpec();
        var pod = trial.workload("backup");

        assertThat(copying.getSchedule()).isEqualTo("0 1 * * *");
        assertThat(copying.getTimeZone()).isEqualTo("Etc/UTC");
        assertThat(copying.getSuspend()).isNull();
        assertThat(copying.getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(pod.container().getCommand()).containsExactly(SCRIPTS + "/nightly.sh", "now", DATA, BACKUPS, "14");
        assertThat(pod.environment()).containsEntry("PGHOST", "here-samklima-postgresql");
        assertThat(mounted(pod))
                .containsEntry(FILES, claimOfTheServer())
                .containsEntry(BACKUPS, "here-samklima-backups, to be written")
                .containsEntry(SCRIPTS, "here-samklima-backup-scripts");
        var beside = pod.pod().getAffinity().getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution();
        assertThat(beside).hasSize(1).first().satisfies(term -> {
            assertThat(term.getTopologyKey()).isEqualTo("kubernetes.io/hostname");
            assertThat(trial.workload("postgresql").labels())
                    .containsAllEntriesOf(term.getLabelSelector().getMatchLabels());
        });
    }

    @Test
    void a_restore_begins_only_by_hand_and_never_twice() {
        var restoring = trial.the(CronJob.class, "restore").getSpec();
        var pod = trial.workload("restore");

        assertThat(restoring.getSuspend()).isTrue();
        assertThat(restoring.getJobTemplate().getSpec().getBackoffLimit()).isZero();
        assertThat(pod.pod().getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.container().getCommand())
                .containsExactly(SCRIPTS + "/restore-in-place.sh", DATA, BACKUPS, "$(MOMENT)");
        assertThat(pod.container().getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(org.assertj.core.groups.Tuple.tuple("MOMENT", "latest"));
        assertThat(mounted(pod)).containsEntry(FILES, claimOfTheServer() + ", to be written");
    }

    @Test
    void all_of_them_are_the_servers_own_user() {
        assertThat(List.of("postgresql", "backup", "restore"))
                .allSatisfy(component -> assertThat(trial.workload(component)
                                .pod()
                                .getSecurityContext()
                                .getRunAsUser())
                        .isEqualTo(999));
    }

    @Test
    void backups_outlive_the_release() {
        assertThat(trial.the(PersistentVolumeClaim.class, "backups")
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("helm.sh/resource-policy", "keep");
    }

    @Test
    void where_others_run_the_database_they_also_back_it_up() {
        assertThat(Chart.with("external").all(CronJob.class)).isEmpty();
        assertThat(Chart.with("external").all(PersistentVolumeClaim.class)).isEmpty();
    }

    private String claimOfTheServer() {
        var server = trial.the(StatefulSet.class, "postgresql");
        var template = server.getSpec().getVolumeClaimTemplates().getFirst();
        return template.getMetadata().getName() + "-" + server.getMetadata().getName() + "-0";
    }

    /** What is where: a claim or a config map, by path. */
    private static Map<String, String> mounted(Workload workload) {
        var sources = new HashMap<String, String>();
        for (var volume : workload.pod().getVolumes()) {
            if (volume.getPersistentVolumeClaim() != null) {
                sources.put(volume.getName(), volume.getPersistentVolumeClaim().getClaimName());
            } else if (volume.getConfigMap() != null) {
                sources.put(volume.getName(), volume.getConfigMap().getName());
            }
        }
        var mounted = new TreeMap<String, String>();
        for (VolumeMount mount : workload.container().getVolumeMounts()) {
            var source = sources.get(mount.getName());
            if (source != null) {
                mounted.put(
                        mount.getMountPath(),
                        Boolean.TRUE.equals(mount.getReadOnly()) || source.endsWith("-scripts")
                                ? source
                                : source + ", to be written");
            }
        }
        return mounted;
    }
}
