package org.samklima.portal.isolation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The statements that Hibernate generates while something is done. */
final class StatementLog {

    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    void of(Runnable work) {
        var sql = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
        var level = sql.getLevel();
        seen.start();
        sql.addAppender(seen);
        sql.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            sql.setLevel(level);
            sql.detachAppender(seen);
        }
    }

    List<String> all() {
        return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
