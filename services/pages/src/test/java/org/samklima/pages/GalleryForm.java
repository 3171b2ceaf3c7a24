package org.samklima.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What the gallery's form is bound to: a record with a field of every kind. */
record GalleryForm(
        @Nullable String title,
        @Nullable String email,
        @Nullable BigDecimal share,
        @Nullable LocalDate due,
        @Nullable String description,
        @Nullable String sector,
        @Nullable String state,
        @Nullable List<String> measures,
        boolean published,
        Map<String, @Nullable String> answers,
        @Nullable MultipartFile evidence) {

    static GalleryForm example() {
        return new GalleryForm(
                "Fossilfria transporter",
                "klimat@nyby.example",
                new BigDecimal("1234.5"),
                LocalDate.of(2026, 11, 22),
                "Kommunens egna fordon går på el eller biogas.",
                "transport",
                "ongoing",
                List.of("bikes", "rail"),
                true,
                Map.of("q1", "Ja"),
                null);
    }
}
