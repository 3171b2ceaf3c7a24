package org.samklima.pages;

import org.samklima.pages.testing.MessageBundlesContract;

class MessageBundlesTests extends MessageBundlesContract {}
