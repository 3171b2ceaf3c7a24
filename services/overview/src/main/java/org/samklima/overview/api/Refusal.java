package org.samklima.overview.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request of a program that cannot be answered; told as problem details (RFC 9457). */
class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** @param detail says what was wrong, in English, for whoever writes the program */
    Refusal(HttpStatus status, String detail) {
        super(status);
        setDetail(detail);
    }
}
