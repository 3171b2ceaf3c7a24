package org.samklima.pages;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the page shell.
 *
 * @param defaultLanguage code of the language for readers who ask for none that we have
 * @param formTargets sites beside our own that a form may lead to, as signing out leads to the identity provider
 */
@ConfigurationProperties("samklima")
record PagesProperties(
        @DefaultValue("sv") String defaultLanguage,
        @DefaultValue({}) List<URI> formTargets) {

    PagesProperties {
        formTargets = List.copyOf(formTargets);
        if (Languages.of(defaultLanguage).isEmpty()) {
            throw new IllegalArgumentException("samklima.default-language must be one of " + Languages.SUPPORTED
                    + ", but is '" + defaultLanguage + "'");
        }
    }
}
