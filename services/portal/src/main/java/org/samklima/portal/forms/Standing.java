package org.samklima.portal.forms;

/** How a question stands to one member's answers. */
enum Standing {
    /** Not put to this kind of member. */
    OTHER_MEMBERS,
    /** The member says that it does not concern it, or says so of the earlier question it depends on. */
    NOT_APPLICABLE,
    /** Not shown, since the condition on an earlier answer does not hold. */
    HIDDEN,
    /** Asked. */
    SHOWN;

    /** Whether it stands in the maximum of points. A hidden question does: or else a no would make the maximum smaller. */
    public boolean counts() {
        return this == SHOWN || this == HIDDEN;
    }
}
