package org.samklima.overview.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;

/** What a handler answers with. Everything it is made of must follow from its {@link Key}, or readers get each other's. */
public sealed interface Answer {

    Key key();

    Lifetime lifetime();

    /**
     * What an answer is kept by.
     *
     * @param stamp of the shelf or network that the answer tells of
     * @param address without anything that makes no difference to the answer, language included
     */
    record Key(long stamp, String address) {}

    /** How long browsers and intermediaries may keep an answer without asking again. */
    enum Lifetime {
        /** A minute: what stands here changes with the next publication. */
        MOVING("public, max-age=60"),
        /** For ever: the data of one version of one edition. */
        IMMUTABLE("public, max-age=31536000, immutable");

        private final String cacheControl;

        Lifetime(String cacheControl) {
            this.cacheControl = cacheControl;
        }

        String cacheControl() {
            return cacheControl;
        }
    }

    /**
     * A page. It lives a minute even where it tells of one version of an edition: what is told never changes, but the page
     * around it does with every release of this application.
     */
    record Page(Key key, Locale language, String template, Supplier<Map<String, Object>> model) implements Answer {

        @Override
        public Lifetime lifetime() {
            return Lifetime.MOVING;
        }
    }

    /** A value as JSON. */
    record Json(Key key, Lifetime lifetime, Supplier<?> value) implements Answer {}

    /** A file to take along. */
    record File(Key key, Lifetime lifetime, MediaType type, String name, Content content) implements Answer {

        /** Writes the file. */
        @FunctionalInterface
        public interface Content {

            void writeTo(OutputStream out) throws IOException;
        }
    }
}
