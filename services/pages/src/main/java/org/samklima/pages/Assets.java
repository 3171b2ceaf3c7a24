package org.samklima.pages;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of styles, scripts and images with the hash of their content in the name, so that browsers keep them for ever;
 * templates see it as {@code #assets}.
 */
final class Assets {

    static final String PATH = "/assets/";

    private final String contextPath;
    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(String contextPath, ResourceUrlProvider urls) {
        this.contextPath = contextPath;
        this.urls = urls;
    }

    /**
     * @param name below {@code /assets/}, as {@code samklima.css}
     * @return the address, from the root of the server
     * @throws IllegalArgumentException if there is no such file
     */
    public String url(String name) {
        return known.computeIfAbsent(name, asset -> {
            var url = urls.getForLookupPath(PATH + asset);
            if (url == null) {
                throw new IllegalArgumentException("No asset '" + asset + "'");
            }
            return contextPath + url;
        });
    }
}
