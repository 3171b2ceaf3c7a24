package org.samklima.portal.limits;

/** What is counted, and for whom. */
enum Limit {
    /** Ways to and back from the sign-in, by address: each makes a session. */
    SIGN_IN,
    /** Tokens and secret addresses that turned out wrong, by address. */
    GUESS,
    /** Requests of whoever is not signed in, by address. */
    ANONYMOUS,
    /** Requests of a signed-in person, by page and by API together. */
    PERSON,
    /** Files that a signed-in person sends. */
    UPLOAD,
    /** Requests of all who work in one tenant. */
    TENANT
}
