package org.samklima.published;

/** Members that are fair to compare with each other. */
public record PeerGroup(String code, Texts name) {}
