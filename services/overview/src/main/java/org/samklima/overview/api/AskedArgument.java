package org.samklima.overview.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer.Lifetime;
import org.samklima.overview.reading.EditionId;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.Network;
import org.samklima.overview.shelf.Publications;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Finds the network and the edition that an address of the API names. */
@Configuration(proxyBeanMethods = false)
class AskedArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Publications publications;

    AskedArgument(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var path = (Map<String, String>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Network network = publications
                .shelf()
                .orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The editions are being fetched"))
                .network(path.get("network"))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "No such network"));
        String designator = path.get("edition");
        ReadableEdition edition =
                edition(network, designator).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "No such edition"));
        boolean oneVersion = edition.id().toString().equals(designator);
        return new Asked(
                network,
                edition,
                request.getNativeRequest(HttpServletRequest.class).getRequestURI(),
                oneVersion ? Lifetime.IMMUTABLE : Lifetime.MOVING);
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
