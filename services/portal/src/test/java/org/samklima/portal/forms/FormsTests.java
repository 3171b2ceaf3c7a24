package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class FormsTests {

    @Autowired
    World world;

    @Autowired
    Forms forms;

    private final ReportForm first = Ask.form(Ask.yesNo("plan", "1"));
    private final ReportForm second = Ask.form(Ask.yesNo("plan", "2"));
    private Tenant network;

    @BeforeEach
    void aNetwork() {
        network = world.association("Klimatringen");
    }

    @Test
    void a_form_of_the_same_code_becomes_the_next_version_and_the_old_one_stays() {
        world.in(network, () -> {
            var added = forms.add(first);
            var again = forms.add(second);
            assertThat(again.id()).isEqualTo(added.id());
            assertThat(again.latestVersion()).isEqualTo(2);
            assertThat(forms.get(added.id(), 1)).isEqualTo(first);
            assertThat(forms.get(added.id(), 2)).isEqualTo(second);
            assertThat(forms.versions(added.id()))
                    .extracting(FormVersion::version)
                    .containsExactly(2, 1);
            assertThat(forms.all()).containsExactly(again);
        });
    }

    @Test
    void the_same_content_again_changes_nothing() {
        world.in(network, () -> assertThat(forms.add(first)).isEqualTo(forms.add(first)));
    }

    @Test
    void a_shipped_form_leaves_the_database_as_it_went_in() {
        world.in(network, () -> {
            var added = forms.add(ShippedForms.climateTest());
            assertThat(forms.get(added.id(), 1)).isEqualTo(ShippedForms.climateTest());
        });
    }

    @Test
    void what_is_not_there_is_not_found() {
        var id = new UUID[1];
        world.in(network, () -> {
            var added = forms.add(first);
            id[0] = added.id();
            assertThat(forms.find("nothing")).isEmpty();
        });
        notFound(() -> forms.get(id[0], 2));
        notFound(() -> forms.get(Ids.next()));
    }

    @Test
    void another_network_may_use_the_same_code() {
        var other = world.association("Andra ringen");
        world.in(network, () -> forms.add(first));
        world.in(other, () -> assertThat(forms.add(second).latestVersion()).isEqualTo(1));
    }

    @Test
    void of_two_who_add_at_once_each_gets_a_version_of_its_own() throws Exception {
        world.in(network, () -> forms.add(first));
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<Void>>();
            for (var points : List.of("4", "5")) {
                Callable<Void> adding = () -> {
                    start.await();
                    world.in(network, () -> forms.add(Ask.form(Ask.yesNo("plan", points))));
                    return null;
                };
                done.add(people.submit(adding));
            }
            start.countDown();
            for (var each : done) {
                each.get();
            }
        }
        world.in(
                network,
                () -> assertThat(forms.all())
                        .extracting(FormSummary::latestVersion)
                        .containsExactly(3));
    }

    private void notFound(Runnable reading) {
        assertThatThrownBy(() -> world.in(network, reading))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }
}
