package org.samklima.overview.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.shelf.Addressed;
import org.samklima.overview.shelf.Publications;
import org.samklima.pages.Languages;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Finds what an address of {@link NetworkPages} names. */
class VisitArgument implements HandlerMethodArgumentResolver {

    private final Publications publications;

    VisitArgument(Publications publications) {
        this.publications = publications;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var addressed = Addressed.by(request);
        var shelf = publications.shelf().orElseThrow(() -> new NothingYet(null));
        var network = addressed.networkOn(shelf).orElseThrow(() -> new NotFound(null));
        if (network.editions().isEmpty()) {
            throw new NothingYet(network);
        }
        return new Visit(
                network,
                addressed.editionOf(network).orElseThrow(() -> new NotFound(network)),
                addressed.edition(),
                Optional.ofNullable(addressed.language()).flatMap(Languages::of).orElseThrow());
    }
}
