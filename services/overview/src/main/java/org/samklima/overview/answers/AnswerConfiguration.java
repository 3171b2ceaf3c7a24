package org.samklima.overview.answers;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration implements WebMvcConfigurer {

    private final AnswerCache cache;
    private final ObjectProvider<ThymeleafViewResolver> templates;
    private final JsonMapper json;

    AnswerConfiguration(AnswerCache cache, ObjectProvider<ThymeleafViewResolver> templates, JsonMapper json) {
        this.cache = cache;
        this.templates = templates;
        this.json = json;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new AnswerHandler(
                cache, (name, language) -> templates.getObject().resolveViewName(name, language), json));
    }
}
