package org.samklima.portal.operations;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers over all tenants. No role may look over the tenants' walls, so that one job goes from tenant to tenant, counts
 * inside, and keeps the sums: not at every scrape, and on one of the portals only.
 */
@Component
class Tally {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** So that counting takes at most a twentieth of one connection, however many tenants there are. */
    private static final int PAUSES_FOR_WORK = 19;

    private final List<Counted> counted;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Tally(List<Counted> counted, Tenants tenants, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.counted = counted;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is counted, of what kind. */
    record Key(String name, String label) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return (name + " " + label).compareTo(other.name + " " + other.label);
        }
    }

    void count() {
        var all = tenants.all();
        var sums = new TreeMap<Key, Long>();
        byKind(all).forEach((kind, number) -> sums.put(new Key("tenants", kind), number));
        for (var tenant : all) {
            Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> transaction.executeWithoutResult(_ -> add(sums)));
        }
        Tenancy.onPlatform(() -> {
            transaction.executeWithoutResult(_ -> keep(sums));
            return true;
        });
    }

    private static Map<String, Long> byKind(List<Tenant> tenants) {
        return tenants.stream()
                .collect(Collectors.groupingBy(
                        tenant -> tenant.kind().name().toLowerCase(Locale.ROOT), Collectors.counting()));
    }

    private void add(Map<Key, Long> sums) {
        counted.stream()
                .flatMap(one -> one.inTheTenant().stream())
                .forEach(count -> sums.merge(new Key(count.name(), count.label()), count.number(), Long::sum));
    }

    private void keep(Map<Key, Long> sums) {
        jdbc.sql("DELETE FROM tally").update();
        sums.forEach(
                (key, number) -> jdbc.sql("INSERT INTO tally (name, label, number, counted_at) VALUES (?, ?, ?, now())")
                        .params(key.name(), key.label(), number)
                        .update());
    }

    @Configuration(proxyBeanMethods = false)
    static class TallyTask {

        @Bean
        Task<Void> tallyTask(ObjectProvider<Tally> tally) {
            return Tasks.recurring("tally", new Unhurried())
                    .execute((_, _) -> tally.getObject().count());
        }
    }

    /** The longer it took the longer it rests. */
    private static final class Unhurried implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete complete) {
            var rest = complete.getDuration().multipliedBy(PAUSES_FOR_WORK);
            return complete.getTimeDone().plus(rest.compareTo(PAUSE) > 0 ? rest : PAUSE);
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return now;
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }
}
