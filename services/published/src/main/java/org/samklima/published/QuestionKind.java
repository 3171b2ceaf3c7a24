package org.samklima.published;

/** What kind of answer a question asks for. */
public enum QuestionKind {
    NUMBER,
    PERCENTAGE,
    YES_NO,
    ONE_OF,
    SEVERAL_OF,
    TEXT,
    DATE,
    EVIDENCE,
    INDICATOR,
    INDICATOR_TABLE
}
