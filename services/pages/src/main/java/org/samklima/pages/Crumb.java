package org.samklima.pages;

/** A step on the way to a page: the name of a page above it and its address within the application. */
public record Crumb(String label, String href) {}
