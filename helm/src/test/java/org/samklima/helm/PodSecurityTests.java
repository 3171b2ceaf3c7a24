package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pod keeps Kubernetes' standard "restricted" and a little more, and every long-running one says how it is. */
class PodSecurityTests {

    private static final Set<String> OURS = Set.of("portal", "overview", "migration", "roles", "test");
    private static final Set<String> ENDING = Set.of("migration", "roles", "test", "backup", "restore");
    private static final int OUR_USER = 10001;

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void no_pod_is_root_or_holds_a_token_of_the_cluster(String values) {
        var rendered = Chart.with(values);
        assertThat(rendered.workloads()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(workload -> {
            var pod = workload.pod();
            var context = pod.getSecurityContext();
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getRunAsUser()).isPositive();
            if (OURS.contains(workload.component())) {
                assertThat(context.getRunAsUser()).isEqualTo(OUR_USER);
                assertThat(context.getFsGroup()).isEqualTo(OUR_USER);
            }
            assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getHostPID()).isNull();
            assertThat(pod.getHostIPC()).isNull();
            assertThat(pod.getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
        });
        assertThat(rendered.all(ServiceAccount.class))
                .isNotEmpty()
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void no_container_may_gain_anything_or_write_outside_its_volumes(String values) {
        for (var workload : Chart.with(values).workloads()) {
            for (var container : workload.containers()) {
                var context = container.getSecurityContext();
                assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(context.getCapabilities().getAdd()).isEmpty();
                assertThat(context.getPrivileged()).isNull();
                assertThat(context.getRunAsUser()).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void what_is_written_and_used_has_a_limit(String values) {
        for (var workload : Chart.with(values).workloads()) {
            assertThat(workload.pod().getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .as(workload.component())
                    .allSatisfy(volume ->
                            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
            for (var container : workload.containers()) {
                assertThat(container.getResources().getLimits()).containsKeys("memory", "ephemeral-storage");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
            }
            if (OURS.contains(workload.component()) && !workload.component().equals("test")) {
                assertThat(workload.container().getVolumeMounts())
                        .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                        .extracting(VolumeMount::getMountPath)
                        .containsExactly("/tmp");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void what_runs_for_long_is_asked_how_it_is_at_a_port_that_is_not_public(String values) {
        for (var workload : Chart.with(values).workloads()) {
            if (!ENDING.contains(workload.component())) {
                var container = workload.container();
                for (var probe : new Probe[] {
                    container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()
                }) {
                    assertThat(probe).as(workload.component()).isNotNull();
                    if (!workload.component().equals("postgresql")) {
                        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "large"})
    void portal_and_overview_are_asked_at_9090_and_finish_what_they_do_before_they_stop(String values) {
        for (var component : Set.of("portal", "overview")) {
            var workload = Chart.with(values).workload(component);
            Container container = workload.container();
            assertThat(container.getPorts()).anySatisfy(port -> {
                assertThat(port.getName()).isEqualTo("management");
                assertThat(port.getContainerPort()).isEqualTo(9090);
            });
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
            long draining = container.getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(draining).isPositive();
            assertThat(workload.pod().getTerminationGracePeriodSeconds()).isGreaterThan(draining + 30);
        }
    }
}
