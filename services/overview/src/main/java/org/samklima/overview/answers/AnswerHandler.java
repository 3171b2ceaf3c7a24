package org.samklima.overview.answers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Gives an {@link Answer}: not at all to a reader who has it already, else from the cache, else made now. */
class AnswerHandler implements HandlerMethodReturnValueHandler {

    private static final String HTML = "text/html;charset=UTF-8";

    private final AnswerCache cache;
    private final ViewResolver templates;
    private final JsonMapper json;

    AnswerHandler(AnswerCache cache, ViewResolver templates, JsonMapper json) {
        this.cache = cache;
        this.templates = templates;
        this.json = json;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest web)
            throws Exception {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        var answer = (Answer) value;
        Rendered rendered = cache.get(answer.key(), () -> render(answer, request, response));
        describe(answer, response);
        if (new ServletWebRequest(request, response).checkNotModified(rendered.entityTag())) {
            return;
        }
        write(rendered, request, response);
    }

    private Rendered render(Answer answer, HttpServletRequest request, HttpServletResponse response) throws Exception {
        return switch (answer) {
            case Answer.Page page -> {
                View view = templates.resolveViewName(page.template(), page.language());
                yield Rendered.of(HTML, out -> {
                    var captured = new CapturedResponse(response, out);
                    view.render(page.model().get(), request, captured);
                    captured.flushBuffer();
                });
            }
            case Answer.Json value ->
                Rendered.of(
                        MediaType.APPLICATION_JSON_VALUE,
                        out -> json.writeValue(out, value.value().get()));
            case Answer.File file ->
                Rendered.of(file.type().toString(), out -> file.content().writeTo(out));
        };
    }

    private static void describe(Answer answer, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, answer.lifetime().cacheControl());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        switch (answer) {
            case Answer.Page page -> {
                response.setHeader(HttpHeaders.CONTENT_LANGUAGE, page.language().getLanguage());
            }
            case Answer.Json _ -> response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            case Answer.File file -> {
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString());
            }
        }
    }

    private static void write(Rendered rendered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CONTENT_TYPE, rendered.contentType());
        if (takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setContentLength(rendered.compressed().length);
            response.getOutputStream().write(rendered.compressed());
        } else {
            try (InputStream plain = rendered.plain()) {
                plain.transferTo(response.getOutputStream());
            }
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.strip().split(";");
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
