package org.samklima.overview.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.samklima.overview.answers.Answer;
import org.samklima.pages.Languages;
import org.samklima.pages.PageAddress;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description, made readable: the same document that programs read at {@code /v3/api-docs}. */
@Controller
class ApiPage {

    private static final long NEVER_CHANGES = 0;

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    ApiPage(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/{language:sv|da|de|en}/api")
    Answer api(@PathVariable("language") String code, HttpServletRequest request) {
        Locale language = Languages.of(code).orElseThrow();
        var address = PageAddress.of("/" + code + "/api", null);
        return new Answer.Page(
                new Answer.Key(NEVER_CHANGES, address.toString()),
                language,
                "overview/api",
                () -> Map.of("api", read(request), "shell", Shells.of(language, address)));
    }

    private Map<?, ?> read(HttpServletRequest request) {
        try {
            return json.readValue(description.openapiJson(request, "/v3/api-docs", Locale.ENGLISH), Map.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
