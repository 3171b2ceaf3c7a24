package org.samklima.portal.tables;

/** What stands between the fields of a CSV file. */
public enum Delimiter {
    TAB('\t'),
    SEMICOLON(';'),
    PIPE('|'),
    COMMA(',');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }
}
