package org.samklima.portal;

import java.util.Set;
import org.samklima.pages.testing.MessageBundlesContract;

class MessagesTests extends MessageBundlesContract {

    @Override
    protected Set<String> notMessages() {
        return Set.of(
                "activities.css", "archive.json", "communication.css", "files.js", "reporting.css", "reporting.js");
    }
}
