package org.samklima.portal.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.published.NotationKey;

/**
 * A member's answer to a question. Its JSON carries its {@code type}, for example {@code {"type": "amount", "value": 12.5}}.
 * An answer by itself is only well-formed; whether it suits its question says {@link Question#errors}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Answer.NoValue.class, name = "no-value"),
    @JsonSubTypes.Type(value = Answer.YesNo.class, name = "yes-no"),
    @JsonSubTypes.Type(value = Answer.OneOf.class, name = "one-of"),
    @JsonSubTypes.Type(value = Answer.SeveralOf.class, name = "several-of"),
    @JsonSubTypes.Type(value = Answer.FreeText.class, name = "text"),
    @JsonSubTypes.Type(value = Answer.Day.class, name = "date"),
    @JsonSubTypes.Type(value = Answer.Evidence.class, name = "evidence"),
    @JsonSubTypes.Type(value = Answer.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Answer.NotApplicable.class, name = "not-applicable")
})
public sealed interface Answer {

    /** What stands where a number is asked for. */
    sealed interface Figure extends Answer {}

    /** A number in the question's unit; of a percentage, 100 is everything. */
    record Amount(@JsonProperty(required = true) BigDecimal value) implements Figure {

        public Amount {
            value = Decimals.normal(value);
        }
    }

    /** Why there is no number. */
    record NoValue(
            @JsonProperty(required = true) NotationKey key,
            @JsonProperty(required = true) String explanation) implements Figure {

        public NoValue {
            Objects.requireNonNull(key, "key");
            explanation = storable(explanation);
        }
    }

    record YesNo(@JsonProperty(required = true) boolean yes) implements Answer {}

    record OneOf(@JsonProperty(required = true) String option) implements Answer {

        public OneOf {
            option = storable(option);
        }
    }

    /** @param options in the order given; that nothing of a list holds is an option of its own, not an empty answer */
    record SeveralOf(@JsonProperty(required = true) List<String> options) implements Answer {

        public SeveralOf {
            options = options.stream().map(Answer::storable).toList();
        }
    }

    record FreeText(@JsonProperty(required = true) String text) implements Answer {

        public FreeText {
            text = storable(text);
        }
    }

    record Day(@JsonProperty(required = true) LocalDate date) implements Answer {

        public Day {
            Objects.requireNonNull(date, "date");
        }
    }

    /**
     * A link, a reference by which a document is found in the member's archive, or both.
     *
     * @param link begins with http:// or https://
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evidence(@Nullable String link, @Nullable String reference) implements Answer {

        public Evidence {
            link = link == null ? null : storable(link);
            reference = reference == null ? null : storable(reference);
        }
    }

    /** Values by sector and year; a cell nobody filled is absent. */
    record Table(@JsonProperty(required = true) List<Cell> cells) implements Answer {

        public Table {
            cells = List.copyOf(cells);
        }

        /** @param year the calendar year, not an offset, so that a figure keeps its year in every later report */
        public record Cell(
                @JsonProperty(required = true) String sector,
                @JsonProperty(required = true) int year,
                @JsonProperty(required = true) Figure figure) {

            public Cell {
                sector = storable(sector);
                Objects.requireNonNull(figure, "figure");
            }

            /** Names the cell in errors, for example {@code transport/2025}. */
            public String place() {
                return sector + "/" + year;
            }
        }
    }

    /**
     * The question does not concern this member.
     *
     * @param reason in the member's own words; may be empty
     */
    record NotApplicable(String reason) implements Answer {

        public NotApplicable {
            reason = reason == null ? "" : storable(reason);
        }
    }

    /** PostgreSQL keeps no NUL character in JSON; nobody types one. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A text holds no NUL character");
        }
        return text;
    }
}
