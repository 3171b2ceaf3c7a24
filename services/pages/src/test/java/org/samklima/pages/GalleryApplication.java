package org.samklima.pages;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** An application with nothing but pages that show the shell and every component, on invented data. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GalleryController.class)
class GalleryApplication {

    @Bean
    ShellCustomizer network() {
        return (shell, request) -> {
            var accent = request.getParameter("accent");
            return accent == null
                    ? shell
                    : shell.named("Klimatringen", "/gallery?accent=" + accent).coloured(accent);
        };
    }
}
