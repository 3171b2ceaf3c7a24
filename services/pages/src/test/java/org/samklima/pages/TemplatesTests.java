package org.samklima.pages;

import org.samklima.pages.testing.TemplatesContract;

class TemplatesTests extends TemplatesContract {}
