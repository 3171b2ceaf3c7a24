package org.samklima.portal.planning.activities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of activities say in the reader's language. */
@Component
class ActivityWords {

    private static final Currency ELSEWHERE = Currency.getInstance("EUR");

    private final MessageSource messages;

    ActivityWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The code of the money that a tenant reckons in: SEK, DKK, EUR. */
    static String currencyOf(Tenant tenant) {
        try {
            return Currency.getInstance(Locale.of("", tenant.country())).getCurrencyCode();
        } catch (IllegalArgumentException noSuchCountry) {
            return ELSEWHERE.getCurrencyCode();
        }
    }

    String status(ActivityStatus status, Locale language) {
        return messages.getMessage("planning.value.status." + status.name(), null, language);
    }

    List<Choice> statuses(Collection<ActivityStatus> statuses, Locale language) {
        return statuses.stream()
                .map(status -> Choice.of(status.name(), status(status, language)))
                .toList();
    }

    /** These, after leaving it as it is. */
    List<Choice> unchangedOr(Collection<ActivityStatus> statuses, Locale language) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", messages.getMessage("activities.log.status.unchanged", null, language)));
        choices.addAll(statuses(statuses, language));
        return choices;
    }

    List<Choice> benefits(Locale language) {
        return Arrays.stream(CoBenefit.values())
                .map(benefit -> Choice.of(
                        benefit.name(),
                        messages.getMessage("planning.value.coBenefits." + benefit.name(), null, language)))
                .toList();
    }

    List<Choice> budgetKinds(Locale language) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", messages.getMessage("pages.form.choose", null, language)));
        for (var kind : BudgetKind.values()) {
            var name = messages.getMessage("activities.budget.kind." + kind.name(), null, language);
            choices.add(Choice.of(kind.name(), name));
        }
        return choices;
    }

    static List<Choice> named(Map<UUID, String> names) {
        return names.entrySet().stream()
                .map(name -> Choice.of(name.getKey().toString(), name.getValue()))
                .toList();
    }

    /** Where the pages of activities stand below. */
    List<Crumb> crumbs(Tenant tenant, Locale language, Activity... above) {
        var all = "/" + tenant.slug() + "/activities";
        return Stream.concat(
                        Stream.of(new Crumb(messages.getMessage("activities.title", null, language), all)),
                        Arrays.stream(above).map(activity -> new Crumb(activity.title(), all + "/" + activity.id())))
                .toList();
    }
}
