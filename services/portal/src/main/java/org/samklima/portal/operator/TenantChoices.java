package org.samklima.portal.operator;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.samklima.pages.Choice;
import org.samklima.pages.Languages;
import org.samklima.portal.tenancy.TenantKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the forms of a tenant let one choose from. */
@Component
class TenantChoices {

    private final MessageSource messages;

    TenantChoices(MessageSource messages) {
        this.messages = messages;
    }

    void addTo(Model model, Locale language) {
        model.addAttribute("kinds", kinds(language));
        model.addAttribute("countries", countries(language));
        model.addAttribute("languages", languages());
        model.addAttribute("timeZones", timeZones());
    }

    private List<Choice> kinds(Locale language) {
        return Arrays.stream(TenantKind.values())
                .map(kind -> Choice.of(kind.name(), messages.getMessage("tenancy.kind." + kind.name(), null, language)))
                .toList();
    }

    private static List<Choice> countries(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Choice.of(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(language)))
                .toList();
    }

    private static List<Choice> languages() {
        return Languages.SUPPORTED.stream()
                .map(language -> Choice.of(language.getLanguage(), Languages.ownName(language)))
                .toList();
    }

    private static List<Choice> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.startsWith("Europe/") || zone.equals("Atlantic/Reykjavik"))
                .sorted()
                .map(zone ->
                        Choice.of(zone, zone.substring(zone.indexOf('/') + 1).replace('_', ' ')))
                .toList();
    }
}
