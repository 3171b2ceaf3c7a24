package org.samklima.portal.planning.activitylists;

/** A way of looking at activities. */
enum Shape {
    LIST("/activities"),
    BOARD("/activities/board"),
    TIMELINE("/activities/timeline");

    private final String path;

    Shape(String path) {
        this.path = path;
    }

    /** Of its page, within the tenant. */
    public String path() {
        return path;
    }
}
