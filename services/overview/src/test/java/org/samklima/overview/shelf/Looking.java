package org.samklima.overview.shelf;

/** Lets a test decide when the application looks at the shelf. */
public final class Looking {

    private Looking() {}

    public static void now(Publications publications) {
        ((ShelfWatch) publications).look();
    }
}
