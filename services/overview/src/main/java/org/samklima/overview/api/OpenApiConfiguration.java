package org.samklima.overview.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** What {@link AskedArgument} takes from the path is no parameter of any method. */
    @Bean
    OpenApiCustomizer pathParameters() {
        return description -> description
                .getPaths()
                .forEach((path, item) -> PATH_PARAMETER
                        .matcher(path)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(name -> item.readOperations().forEach(operation -> add(name, operation))));
    }

    private static void add(String name, Operation operation) {
        var known = operation.getParameters();
        if (known == null || known.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            operation.addParametersItem(new PathParameter().name(name).schema(new StringSchema()));
        }
    }

    /** The server is named, so that nobody's Host header ends up in a document that others read. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Samklima overview").version("v1").description("""
                                What climate networks have published, as JSON and CSV. No key is needed, and any site may ask. \
                                An address that names one version of an edition (2025.2) never changes its answer."""))
                .servers(List.of(new Server().url("/")));
    }
}
