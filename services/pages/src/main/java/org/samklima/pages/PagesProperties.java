package org.samklima.pages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the page shell.
 *
 * @param defaultLanguage code of the language for readers who ask for none that we have
 */
@ConfigurationProperties("samklima")
record PagesProperties(@DefaultValue("sv") String defaultLanguage) {

    PagesProperties {
        if (Languages.of(defaultLanguage).isEmpty()) {
            throw new IllegalArgumentException("samklima.default-language must be one of " + Languages.SUPPORTED
                    + ", but is '" + defaultLanguage + "'");
        }
    }
}
