package org.samklima.overview.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** A controller of the API that answers about the newest edition or, below {@code /editions/…}, about another one. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping({"/api/v1/{network}", "/api/v1/{network}/editions/{edition}"})
@interface ApiEndpoint {}
