package org.samklima.portal.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param from the sender's address of all mail */
@ConfigurationProperties("samklima.mail")
record MailProperties(@DefaultValue("samklima@localhost") String from) {

    /** What stands behind the sender's @, also where a name stands before the address. */
    String domain() {
        return from.substring(from.indexOf('@') + 1).replace(">", "").strip();
    }
}
