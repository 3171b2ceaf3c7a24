package org.samklima.portal.planning.communication.schedule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of Swedish, Danish, German and English in which people say when. All lower case, as parts of patterns. */
final class Words {

    private static final List<String> MONTHS = List.of(
            "januari|januar|january|jan",
            "februari|februar|february|feb",
            "mars|marts|märz|march|mar|mär",
            "april|apr",
            "maj|mai|may",
            "juni|june|jun",
            "juli|july|jul",
            "augusti|august|aug",
            "september|sept|sep",
            "oktober|october|okt|oct",
            "november|nov",
            "december|dezember|dec|dez");

    static final String MONTH = String.join("|", MONTHS);

    private static final List<String> SEASONS = List.of(
            "foråret|forår|våren|vår|frühjahr|frühling|spring",
            "sommeren|sommaren|sommar|sommer|summer",
            "efteråret|efterår|hösten|höst|herbst|autumn|fall");

    static final String SEASON = String.join("|", SEASONS);

    private static final List<String> ORDINALS = List.of(
            "første|första|erste[nsr]?|first",
            "andet|anden|andra|zweite[nsr]?|second",
            "tredje|dritte[nsr]?|third",
            "fjerde|fjärde|vierte[nsr]?|fourth");

    static final String ORDINAL = String.join("|", ORDINALS);

    private static final Map<String, Integer> NUMBERS = numbers(
            "en|et|ett|ein|eine|einen|one",
            "to|två|zwei|two",
            "tre|drei|three",
            "fire|fyra|vier|four",
            "fem|fünf|five",
            "seks|sex|sechs|six",
            "syv|sju|sieben|seven",
            "otte|åtta|acht|eight",
            "ni|nio|neun|nine",
            "ti|tio|zehn|ten",
            "elleve|elva|elf|eleven",
            "tolv|zwölf|twelve");

    static final String NUMBER =
            "\\d{1,3}|" + String.join("|", NUMBERS.keySet().stream().sorted().toList());

    static final String QUARTER = "kvartalet|kvartal|quartals|quartal|quarter|kv\\.?";

    static final String HALF = "halvåret|halvår|halbjahr|half-year|half";

    static final String WEEK = "uge|vecka|veckan|kalenderwoche|woche|week|kw|v\\.|v(?=\\s*\\d)";

    static final String FROM =
            "fra og med|från och med|fra|från|fr\\.?\\s?o\\.?\\s?m\\.?|ab|from|siden|sedan|since|seit|beginnend|starting|start";

    static final String ONWARDS =
            "og frem(?:ad|efter|over)?|frem(?:ad|efter|over)|och (?:framåt|framöver)|framåt|framöver"
                    + "|and onwards?|onwards?|und später";

    static final String TO = "til og med|till och med|t\\.?\\s?o\\.?\\s?m\\.?|til|till|bis zum|bis|until|to";

    static final String AND = "og|och|und|and|samt|resp\\.?|eller|oder|or";

    static final String ONGOING =
            "løbende|lobende|loebende|löpande|fortlöpande|fortløbende|fortlaufend|laufend|kontinuerligt|kontinuerlig"
                    + "|kontinuierlich|kontinuerlige|ongoing|continuously|continuous|continually|året rundt|året runt|ganzjährig"
                    + "|all year round|all year|hele tiden|hela tiden";

    static final String AD_HOC =
            "ad[ -]?hoc|efter behov|ved behov|vid behov|bei bedarf|nach bedarf|as needed|when needed|if needed|on demand";

    static final String YEAR_WHEEL =
            "årshjulet|årshjul|aarshjulet|aarshjul|jahresrad|jahreskreis|jahreszyklus|year wheel|annual wheel"
                    + "|annual cycle|yearly cycle";

    static final String EVERY =
            "hvert år|hver|hvert|varje år|varje|jedes jahr|jeden|jede[s]?|every year|each year|every|each"
                    + "|årligt|årligen|årlig|årlige|årliga|jährlich|yearly|annually|annual|om året|om åre|per år|pr\\.? år|im jahr|pro jahr|a year"
                    + "|per year";

    static final String FILLER =
            "ca\\.?|cirka|circa|ungefär|omkring|about|around|approximately|etwa|i|på|den|det|de|d\\.|der|die|das|dem|im"
                    + "|in|of|the|on|am|an|by|at|under|during|i løbet af|i løbet|løbet|af|av|loppet|inden|innan|senest|senast|före|vor|spätestens"
                    + "|before|no later than|latest|slutet|slutningen|udgangen|ultimo|ende|end|für|for|till|til|år|året|jahr|year|"
                    + "afstemt|afstemmes|avstämt|anpassat|abgestimmt|aligned|coordinated|med|mit|auf|with|følger|følge|ifølge|enligt|följer"
                    + "|efter|nach|gemäß|according|following|line|kommunens|kommunes|byrådets|kommun|vores|vårt|unser|unserem|our|the|"
                    + "møder|möten|treffen|meetings";

    /** How often in words: the times a year that each stands for, the longer words first. */
    static final Map<String, Integer> FREQUENCIES = Map.ofEntries(
            Map.entry(
                    "hver anden måned|varannan månad|alle zwei monate|every other month|every second month|every two months",
                    6),
            Map.entry(
                    "hver anden uge|varannan vecka|alle zwei wochen|every other week|every second week|fortnightly",
                    26),
            Map.entry(
                    "månedlig[et]*|månedsvis|hver måned|månatlig[at]*|månatligen|månadsvis|varje månad|monatliche?[nrs]?|jeden monat"
                            + "|monthly|every month|each month",
                    12),
            Map.entry(
                    "kvartalsvis|kvartalsmæssigt|hvert kvartal|varje kvartal|vierteljährliche?[nrs]?|quartalsweise|jedes quartal"
                            + "|quarterly|every quarter|each quarter",
                    4),
            Map.entry(
                    "halvårlig[et]*|halvårsvis|hvert halve år|hvert halvår|varje halvår|halbjährliche?[nrs]?|jedes halbjahr"
                            + "|half-yearly|biannually|every six months|every half-year",
                    2),
            Map.entry(
                    "ugentlig[et]*|hver uge|veckovis|varje vecka|wöchentliche?[nrs]?|jede woche|weekly|every week|each week",
                    52));

    /** What is counted. */
    static final String COUNTED =
            "\\w*(?:møder|møde|möten|möte|treffen|sitzungen|sitzung|meetings?|träffar|träff|træf|nyhedsbreve?"
                    + "|nyhetsbrev|newsletters?|infobriefe?|artikler|artiklar|artikeln?|articles?|webinar(?:er|ier|e|s)?|seminar(?:er|ier|ien|e|s)?"
                    + "|workshops?|events?|arrangementer|arrangemang|evenemang|veranstaltung(?:en)?|utskick|udsendelser|opslag|inlägg|posts?"
                    + "|beiträge|kampagner|kampanjer|kampagnen|campaigns?|rapporter|berichte|reports?|opdateringer|uppdateringar|updates?"
                    + "|besøg|besök|besuche|visits?|konferencer|konferenser|konferenzen|conferences?|udstillinger|utställningar|ausstellungen)";

    static final String GO = "gange|gang|gånger|gång|ggr\\.?|g\\.|mal|times|time|x";

    /** A year's parts, by how many a year has. */
    static final Map<String, Integer> PER = Map.of(
            "året|år|jahr|year", 1,
            "halvåret|halvår|halbjahr|half-year", 2,
            "kvartalet|kvartal|quartal|quarter", 4,
            "måneden|måned|månaden|månad|monat|month", 12,
            "ugen|uge|veckan|vecka|woche|week", 52);

    private Words() {}

    /** From 1, of a word of {@link #MONTH}, {@link #SEASON} or {@link #ORDINAL}; 0 if it is none. */
    static int month(String word) {
        return place(MONTHS, word);
    }

    static int season(String word) {
        return place(SEASONS, word);
    }

    static int ordinal(String word) {
        return place(ORDINALS, word);
    }

    static int number(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : NUMBERS.getOrDefault(word, 0);
    }

    private static int place(List<String> patterns, String word) {
        for (int index = 0; index < patterns.size(); index++) {
            if (word.matches(patterns.get(index))) {
                return index + 1;
            }
        }
        return 0;
    }

    private static Map<String, Integer> numbers(String... words) {
        return Stream.iterate(0, index -> index < words.length, index -> index + 1)
                .flatMap(index -> Stream.of(words[index].split("\\|")).map(word -> Map.entry(word, index + 1)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
