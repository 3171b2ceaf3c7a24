package org.samklima.portal.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Forms that come along, so that a network can begin at once; it may export one, change it and import it as its own. */
public final class ShippedForms {

    private ShippedForms() {}

    /** Eight sections, basic requirements among them; 66 points for a municipality. */
    public static ReportForm climateTest() {
        return read("climate-test");
    }

    /** Eight questions in two sections. */
    public static ReportForm quickCheck() {
        return read("quick-check");
    }

    public static List<ReportForm> all() {
        return List.of(climateTest(), quickCheck());
    }

    private static ReportForm read(String code) {
        var name = "/forms/" + code + ".json";
        try (var file = Objects.requireNonNull(ShippedForms.class.getResourceAsStream(name), name)) {
            return FormFile.read(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
