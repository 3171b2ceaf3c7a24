package org.samklima.portal.reporting;

import org.samklima.portal.forms.Forms;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lays a round and its form on the members' shelf. */
@Component
class RoundShelf {

    private final MemberShelf shelf;
    private final Forms forms;
    private final Tenants tenants;
    private final JsonMapper json;

    RoundShelf(MemberShelf shelf, Forms forms, Tenants tenants, JsonMapper json) {
        this.shelf = shelf;
        this.forms = forms;
        this.tenants = tenants;
        this.json = json;
    }

    /** @throws org.samklima.portal.problem.Problem if the association has no such version of such a form */
    void checkForm(RoundPlan plan) {
        forms.get(plan.formId(), plan.formVersion());
    }

    void publishForm(Round round) {
        var form = forms.get(round.formId(), round.formVersion());
        shelf.publish(PublishedRound.FORM_KIND, round.id().toString(), 1, null, json.writeValueAsString(form));
    }

    void publish(Extension extension) {
        var moreTime = new MoreTime(
                extension.roundId(), extension.memberId() == null, extension.deadline(), extension.reason());
        shelf.publish(
                MoreTime.KIND,
                extension.getId().toString(),
                1,
                extension.memberId(),
                json.writeValueAsString(moreTime));
    }

    void publish(Round round, Deadlines deadlines) {
        var network = tenants.get(Tenancy.tenantId());
        var published = new PublishedRound(
                round.id(),
                round.name(),
                round.year(),
                round.state(),
                forms.get(round.formId(), round.formVersion()).code(),
                round.formVersion(),
                round.opensOn(),
                round.deadline(),
                network.timeZone(),
                deadlines.days(),
                round.signOffRequired(),
                round.reminderDays(),
                round.contact(),
                new PublishedRound.Network(network.id(), network.slug(), network.name(), network.languages()));
        shelf.publish(
                PublishedRound.KIND,
                round.id().toString(),
                round.nextShelfVersion(),
                null,
                json.writeValueAsString(published));
    }
}
