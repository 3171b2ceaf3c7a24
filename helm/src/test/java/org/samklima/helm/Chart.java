package org.samklima.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Our chart in the hands of the real Helm. */
final class Chart {

    static final Path FOLDER = Path.of("samklima");
    static final String KUBERNETES = "v1.31.0";
    static final String RELEASE = "here";

    private static final Map<String, Rendered> INSTALLED = new ConcurrentHashMap<>();

    private Chart() {}

    static Helm helm() {
        Cluster.running();
        return new Helm(FOLDER);
    }

    /** A file of {@code src/test/resources/values}, without its ending. */
    static Path values(String name) {
        return Path.of("src/test/resources/values", name + ".yaml");
    }

    /** Installed and tried once with a file of values, in a namespace that is named like the file; hooks included. */
    static Rendered with(String values) {
        return INSTALLED.computeIfAbsent(values, namespace -> {
            install(namespace, values);
            Helm.test(RELEASE).withNamespace(namespace).call();
            return new Rendered(Cluster.running().created(namespace));
        });
    }

    static Release install(String namespace, String values) {
        return helm().install()
                .withName(RELEASE)
                .withNamespace(namespace)
                .withValuesFile(values(values))
                .call();
    }

    static Release upgrade(String namespace, String values, String setting, Object value) {
        return helm().upgrade()
                .withName(RELEASE)
                .withNamespace(namespace)
                .withValuesFile(values(values))
                .set(setting, value)
                .call();
    }
}
