package org.samklima.published;

import java.time.Instant;
import java.util.List;

/**
 * A published overview of one year of a network, complete in itself: whoever holds this document needs nothing else to
 * show it. Document kind {@value #KIND}; its subject is the year as text, its version {@link #version}.
 *
 * <p>An edition never changes. A correction is the next version, which says in {@link #changes} what differs from the
 * one before. A version that is withdrawn is deleted from the shelf.
 *
 * <p>Complete also means that it speaks only of what it holds: a code that is unknown or given twice is refused, and so
 * is an answer to a question that is not published.
 *
 * <p>The contract changes only by adding: readers ignore what they do not know, and a list that is absent is empty.
 *
 * @param format version of this contract, {@value #FORMAT} today; it rises when something is added that older readers
 *     must not ignore
 * @param network the network as it presented itself on the day of publication
 * @param year the year of the round that the edition accounts for
 * @param version 1, 2, … within the year
 * @param changes what this version corrects, one text for each correction; empty in version 1
 * @param members everyone the edition speaks of, in the order of the network's own list
 * @param statements in the order the network chose; the first three to five stand on the front page
 */
public record Edition(
        int format,
        NetworkProfile network,
        int year,
        int version,
        Instant publishedAt,
        Texts title,
        Texts introduction,
        List<Texts> changes,
        List<PeerGroup> peerGroups,
        List<Member> members,
        Figures figures,
        RoundResult round,
        List<Statement> statements) {

    public static final String KIND = "edition";
    public static final int FORMAT = 1;

    public Edition {
        changes = Lists.copy(changes);
        peerGroups = Lists.copy(peerGroups);
        members = Lists.copy(members);
        statements = Lists.copy(statements);
        References.check(peerGroups, members, figures, round, statements);
    }
}
