package org.samklima.portal.forms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.FormSummary;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class FormDraftsTests {

    @Autowired
    World world;

    @Autowired
    Forms forms;

    @Autowired
    FormDrafts drafts;

    private final ReportForm first = Ask.form(Ask.yesNo("plan", "1"));
    private final ReportForm second = Ask.form(Ask.yesNo("plan", "2"));
    private Tenant network;

    @BeforeEach
    void aNetwork() {
        network = world.association("Klimatringen");
    }

    @Test
    void a_draft_is_taken_into_use_once() {
        var draft = new UUID[1];
        world.in(network, () -> {
            draft[0] = drafts.keep(first);
            assertThat(forms.all()).isEmpty();
            assertThat(drafts.get(draft[0]).form()).isEqualTo(first);
            assertThat(drafts.takeIntoUse(draft[0]).latestVersion()).isEqualTo(1);
        });
        assertThatThrownBy(() -> world.in(network, () -> drafts.get(draft[0])))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void a_draft_that_was_compared_with_an_older_version_is_refused_and_kept() {
        var draft = new UUID[1];
        world.in(network, () -> {
            forms.add(first);
            draft[0] = drafts.keep(Ask.form(Ask.yesNo("plan", "3")));
            forms.add(second);
        });
        assertThatThrownBy(() -> world.in(network, () -> drafts.takeIntoUse(draft[0])))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        world.in(network, () -> {
            assertThat(forms.all()).extracting(FormSummary::latestVersion).containsExactly(2);
            assertThat(drafts.get(draft[0]).basedOn()).isEqualTo(1);
        });
    }

    @Test
    void a_renewed_draft_is_compared_with_the_latest_version() {
        world.in(network, () -> {
            var draft = drafts.keep(second);
            forms.add(first);
            var renewed = drafts.get(drafts.renew(draft));
            assertThat(renewed.basedOn()).isEqualTo(1);
            assertThat(renewed.form()).isEqualTo(second);
        });
    }
}
