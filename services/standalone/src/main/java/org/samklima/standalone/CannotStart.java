package org.samklima.standalone;

/** The system cannot start; the message tells the person at the keyboard why and what to do. */
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
