package org.samklima.overview.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.EditionId;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.Network;
import org.samklima.overview.shelf.Publications;
import org.samklima.pages.Languages;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

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
    @SuppressWarnings("unchecked")
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var path = (Map<String, String>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var shelf = publications.shelf().orElseThrow(() -> new NothingYet(null));
        var network = shelf.network(path.get("network")).orElseThrow(() -> new NotFound(null));
        if (network.editions().isEmpty()) {
            throw new NothingYet(network);
        }
        String designator = path.get("edition");
        return new Visit(
                network,
                edition(network, designator).orElseThrow(() -> new NotFound(network)),
                designator,
                Languages.of(path.get("language")).orElseThrow());
    }

    private static Optional<ReadableEdition> edition(Network network, @Nullable String designator) {
        if (designator == null) {
            return network.newest();
        }
        return designator.matches("\\d{4}")
                ? network.newestOf(Integer.parseInt(designator))
                : EditionId.parse(designator).flatMap(network::edition);
    }
}
