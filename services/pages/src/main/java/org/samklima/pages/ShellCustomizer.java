package org.samklima.pages;

import jakarta.servlet.http.HttpServletRequest;

/** A bean by which an application says what stands around its pages: whose they are, in which colour, where languages lead. */
@FunctionalInterface
public interface ShellCustomizer {

    Shell customize(Shell shell, HttpServletRequest request);
}
