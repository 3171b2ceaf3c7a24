package org.samklima.overview.invented;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.samklima.published.Edition;
import org.samklima.published.Figures;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.samklima.published.NetworkProfile;
import org.samklima.published.PeerGroup;
import org.samklima.published.Ranking;
import org.samklima.published.RoundResult;
import org.samklima.published.Texts;

/**
 * A network with everything in it, the same for the same seed and size.
 *
 * @param municipalities how many; a region joins them
 * @param years how many years have figures; the first three lie apart, the last is 2024
 * @param indicators how many, population included; at least five
 */
public record InventedNetwork(String slug, long seed, int municipalities, int years, int indicators) {

    private static final List<String> PEER_GROUPS = List.of("large", "middle", "small");

    /** As many figures as the whole of a country has. */
    public static InventedNetwork wholeCountry() {
        return new InventedNetwork("hela-landet", 290, 290, 15, 40);
    }

    /** Small enough to look at. */
    public static InventedNetwork small() {
        return new InventedNetwork("klimatringen", 16, 16, 12, 6);
    }

    /** A tiny one for a single test. */
    public static InventedNetwork named(String slug) {
        return new InventedNetwork(slug, slug.hashCode(), 4, 6, 5);
    }

    public UUID id() {
        return new UUID(seed << 16 | 0x7000, 0x8000000000000000L | slug.hashCode() & 0xffffffffL);
    }

    public NetworkProfile profile() {
        return profile(Ranking.BEST_HALF);
    }

    public NetworkProfile profile(Ranking ranking) {
        return new NetworkProfile(
                id(),
                slug,
                texts("Klimatringen", "Klimaringen", "Klimaring", "The Climate Ring"),
                List.of("sv", "da", "de", "en"),
                "sv",
                "#1b5e7a",
                ZoneId.of("Europe/Stockholm"),
                texts(
                        "Kommuner som minskar sina utsläpp tillsammans.",
                        "Kommuner, der sænker deres udledninger sammen.",
                        "Kommunen, die ihre Emissionen gemeinsam senken.",
                        "Municipalities that cut their emissions together."),
                "kansli@klimatringen.example",
                ranking);
    }

    /** The edition of a year; versions above 1 say what they correct. */
    public Edition edition(int year, int version) {
        var random = new SplittableRandom(seed);
        List<Member> members = members();
        Figures figures = new InventedFigures(members, years, indicators, random).figures();
        var round = new InventedRound(members, year, random);
        RoundResult result = round.result();
        return new Edition(
                Edition.FORMAT,
                profile(),
                year,
                version,
                Instant.parse("%d-03-0%dT09:00:00Z".formatted(year + 1, version)),
                texts("Klimatåret " + year, "Klimaåret " + year, "Klimajahr " + year, "The climate year " + year),
                texts(
                        "Medlemmarna har svarat. Här är vad de gjort, var de står och vad som återstår.",
                        "Medlemmerne har svaret. Her er, hvad de har gjort, hvor de står, og hvad der mangler.",
                        "Die Mitglieder haben geantwortet: was getan ist, wo sie stehen und was noch fehlt.",
                        "The members have answered. This is what they did, where they stand and what is left."),
                version == 1
                        ? List.of()
                        : List.of(texts(
                                "En medlems svar om resor har rättats.",
                                "Et medlems svar om rejser er rettet.",
                                "Die Antwort eines Mitglieds zu Reisen wurde berichtigt.",
                                "One member's answer about travel has been corrected.")),
                List.of(
                        new PeerGroup("large", texts("Större kommuner", "Større kommuner", "Große Kommunen", "Larger")),
                        new PeerGroup(
                                "middle", texts("Mellanstora", "Mellemstore", "Mittlere Kommunen", "Middle-sized")),
                        new PeerGroup(
                                "small", texts("Mindre kommuner", "Mindre kommuner", "Kleine Kommunen", "Smaller"))),
                members,
                figures,
                result,
                round.statements(result));
    }

    private List<Member> members() {
        var members = new ArrayList<Member>();
        List<String> names = InventedNames.some(municipalities, new SplittableRandom(seed));
        for (int i = 0; i < municipalities; i++) {
            members.add(new Member(
                    InventedNames.key(names.get(i)),
                    new UUID(id().getMostSignificantBits(), i + 1),
                    names.get(i),
                    "%04d".formatted(114 + i),
                    MemberKind.MUNICIPALITY,
                    PEER_GROUPS.get(i * PEER_GROUPS.size() / municipalities)));
        }
        members.add(new Member(
                "region-insjon",
                new UUID(id().getMostSignificantBits(), municipalities + 1),
                "Region Insjön",
                null,
                MemberKind.REGION,
                null));
        return members;
    }

    static Texts texts(String sv, String da, String de, String en) {
        return new Texts(Map.of("sv", sv)).with("da", da).with("de", de).with("en", en);
    }
}
