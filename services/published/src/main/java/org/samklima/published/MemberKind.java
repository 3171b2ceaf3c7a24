package org.samklima.published;

/** What kind of organisation a member is. */
public enum MemberKind {
    MUNICIPALITY,
    REGION,
    ASSOCIATION
}
