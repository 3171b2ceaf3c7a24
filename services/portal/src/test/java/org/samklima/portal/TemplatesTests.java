package org.samklima.portal;

import org.samklima.pages.testing.TemplatesContract;

class TemplatesTests extends TemplatesContract {}
