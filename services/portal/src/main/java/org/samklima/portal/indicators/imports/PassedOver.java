package org.samklima.portal.indicators.imports;

/** A row that is understood, and left out for what it is. */
final class PassedOver extends Exception {

    private final RowKind kind;

    PassedOver(RowKind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    RowKind kind() {
        return kind;
    }
}
