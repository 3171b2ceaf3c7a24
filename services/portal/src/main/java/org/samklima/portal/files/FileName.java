package org.samklima.portal.files;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file as a person's machine gave it, made safe to show and to save under.
 *
 * @param stem without its ending, never blank
 * @param ending without the point; blank where there is none
 */
record FileName(String stem, String ending) {

    static final int LONGEST = 200;

    static FileName of(@Nullable String given) {
        var name = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        // Control characters, and those that turn the direction of writing: "gpj.exe" must not read as "exe.jpg".
        var clean = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]", "")
                .replaceAll("[<>:\"|?*\\s]+", " ")
                .strip();
        int point = clean.lastIndexOf('.');
        boolean hasEnding = point >= 0 && clean.length() - point <= 11 && point < clean.length() - 1;
        var stem = (hasEnding ? clean.substring(0, point) : clean).replaceAll("^[. ]+|[. ]+$", "");
        return new FileName(shortened(stem.isEmpty() ? "file" : stem), hasEnding ? clean.substring(point + 1) : "");
    }

    private static String shortened(String stem) {
        int most = LONGEST - 12;
        return stem.codePointCount(0, stem.length()) <= most
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, most));
    }

    /** With the ending that says what it is; its own, if that says so too. */
    String as(ContentKind kind) {
        boolean fits = ContentKind.ofEnding(ending).filter(kind::equals).isPresent();
        return stem + "." + (fits ? ending : kind.ending());
    }

    @Override
    public String toString() {
        return ending.isEmpty() ? stem : stem + "." + ending;
    }
}
