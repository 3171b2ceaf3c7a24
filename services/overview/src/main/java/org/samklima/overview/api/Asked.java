package org.samklima.overview.api;

import java.util.List;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.answers.Answer.Lifetime;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.Network;

/**
 * The edition a program asked for.
 *
 * @param path the address asked, without a query
 * @param lifetime for ever if the address names one version
 */
record Asked(Network network, ReadableEdition edition, String path, Lifetime lifetime) {

    /** @param parameters everything the answer depends on besides the path */
    Answer.Key key(Object... parameters) {
        return new Answer.Key(network.stamp(), path + List.of(parameters));
    }

    /** What files of this edition are called, so that they are found again. */
    String fileName(String ending) {
        return "%s-%s.%s".formatted(network.slug(), edition.id(), ending);
    }
}
