package org.samklima.overview.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A controller of pages of a network. Each of its pages exists of the newest edition, of the newest version of a year's
 * ({@code 2025}) and of one version ({@code 2025.2}); its methods take a {@link Visit}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping({
    "/{language:sv|da|de|en}/{network:[a-z0-9-]+}",
    "/{language:sv|da|de|en}/{network:[a-z0-9-]+}/{edition:\\d+(?:\\.\\d+)?}"
})
@interface NetworkPages {}
