package org.samklima.overview.web;

import org.samklima.pages.testing.TemplatesContract;

class TemplatesTests extends TemplatesContract {}
