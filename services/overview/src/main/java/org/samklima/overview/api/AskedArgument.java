package org.samklima.overview.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.answers.Answer.Lifetime;
import org.samklima.overview.shelf.Addressed;
import org.samklima.overview.shelf.Publications;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
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
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var addressed = Addressed.by(request);
        var shelf = publications
                .shelf()
                .orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The editions are being fetched"));
        var network =
                addressed.networkOn(shelf).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "No such network"));
        var edition =
                addressed.editionOf(network).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "No such edition"));
        boolean oneVersion = edition.id().toString().equals(addressed.edition());
        return new Asked(
                network,
                edition,
                request.getNativeRequest(HttpServletRequest.class).getRequestURI(),
                oneVersion ? Lifetime.IMMUTABLE : Lifetime.MOVING);
    }
}
