package org.samklima.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.shelf.Network;
import org.samklima.overview.shelf.Publications;
import org.samklima.overview.shelf.Shelf;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Shell;
import org.samklima.published.Member;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What readers see instead of a page that is not there: what happened, and how to go on. Never kept by caches. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {

    private static final String RETRY_SECONDS = "10";

    private final Publications publications;

    Errors(Publications publications) {
        this.publications = publications;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound missing, HttpServletRequest request, Locale language) {
        return notFound(missing.network(), request, language);
    }

    /** An address that nothing answers to; programs get it told as problem details. */
    @ExceptionHandler
    Object notFound(NoResourceFoundException missing, HttpServletRequest request, Locale language) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                ? ResponseEntity.of(missing.getBody()).build()
                : notFound((Network) null, request, language);
    }

    private ModelAndView notFound(@Nullable Network network, HttpServletRequest request, Locale language) {
        var model = model(network, request, language);
        model.put(
                "names",
                Optional.ofNullable(network)
                        .flatMap(Network::newest)
                        .map(edition ->
                                edition.members().stream().map(Member::name).toList())
                        .orElse(List.of()));
        model.put("networks", publications.shelf().map(Shelf::networks).orElse(List.of()));
        return new ModelAndView("overview/not-found", model, HttpStatus.NOT_FOUND);
    }

    /** A network without an edition is there; only the shelf that nobody has seen yet is a failure of ours. */
    @ExceptionHandler
    ModelAndView nothingYet(
            NothingYet waiting, HttpServletRequest request, HttpServletResponse response, Locale language) {
        Network network = waiting.network();
        if (network == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return new ModelAndView(
                network == null ? "overview/waiting" : "overview/nothing-yet",
                model(network, request, language),
                network == null ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    }

    private static Map<String, Object> model(@Nullable Network network, HttpServletRequest request, Locale language) {
        var address = PageAddress.of("/" + language.getLanguage(), null);
        var model = new HashMap<String, Object>();
        Shell shell = network == null
                ? Shells.of(language, address)
                : Shells.of(network, language, PageAddress.of(address + "/" + network.slug(), null));
        model.put("shell", shell);
        model.put("network", network);
        return model;
    }
}
