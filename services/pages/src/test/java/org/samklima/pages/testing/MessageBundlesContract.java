package org.samklima.pages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What holds for the words of a service. A service inherits it in one class, {@code class MessageBundlesTests extends
 * MessageBundlesContract {}}, and its {@code src/main} is checked.
 */
public abstract class MessageBundlesContract {

    private final Path sources = Path.of("src", "main");
    private final Bundles bundles = Bundles.in(sources.resolve("resources/messages"));

    /** Strings in the code that look like keys of messages and are something else, as the names of properties. */
    protected Set<String> notMessages() {
        return Set.of();
    }

    @Test
    void every_module_says_the_same_in_all_languages() {
        assertThat(bundles.differences()).isEmpty();
    }

    @Test
    void every_message_can_be_formatted() {
        assertThat(bundles.malformed()).isEmpty();
    }

    @Test
    void every_key_in_use_has_its_words() {
        var uses = KeyUses.in(sources, bundles.everyModule());

        assertThat(uses.unknownTo(bundles.everyKey(), notMessages())).isEmpty();
    }

    @Test
    void no_words_are_left_over() {
        var uses = KeyUses.in(sources, bundles.everyModule());

        assertThat(bundles.ownKeys().filter(key -> !uses.mention(key))).isEmpty();
    }

    @Test
    void no_visible_word_is_written_in_a_template() {
        assertThat(VisibleWords.in(sources.resolve("resources/templates"))).isEmpty();
    }
}
