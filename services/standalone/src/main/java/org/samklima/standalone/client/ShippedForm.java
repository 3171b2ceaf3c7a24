package org.samklima.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The example forms that the product brings along, in the format of its API. */
public final class ShippedForm {

    public static final String CLIMATE_TEST = "climate-test";
    public static final String QUICK_CHECK = "quick-check";

    private ShippedForm() {}

    public static JsonNode read(String code) {
        try (var file = ShippedForm.class.getResourceAsStream("/forms/" + code + ".json")) {
            return Portal.JSON.readTree(Objects.requireNonNull(file, code));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
