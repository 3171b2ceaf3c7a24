package org.samklima.portal.planning.communication;

import java.util.UUID;
import java.util.function.Supplier;
import org.samklima.portal.planning.history.PlanHistory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the year wheel, and lets the tasks of the rows that go by it follow. */
@Service
public class WheelChanges {

    private final YearWheel wheel;
    private final Entries entries;
    private final TaskKeeping tasks;
    private final PlanHistory history;

    WheelChanges(YearWheel wheel, Entries entries, TaskKeeping tasks, PlanHistory history) {
        this.wheel = wheel;
        this.entries = entries;
        this.tasks = tasks;
        this.history = history;
    }

    /** @throws org.samklima.portal.problem.Problem if it has no name, or no month has such a day */
    @Transactional
    public WheelPoint add(String name, int month, int day) {
        return followed(() -> wheel.add(name, month, day));
    }

    /**
     * @param basedOn the lock version of the point that was read
     * @throws org.samklima.portal.problem.Problem as {@link #add} does, and if somebody was quicker
     */
    @Transactional
    public WheelPoint change(UUID id, String name, int month, int day, int basedOn) {
        return followed(() -> wheel.change(id, name, month, day, basedOn));
    }

    @Transactional
    public void remove(UUID id) {
        followed(() -> {
            forget(id);
            wheel.remove(id);
            return id;
        });
    }

    /** Rows that went by this point among others go by the others; one that went by no other has to be told anew. */
    private void forget(UUID point) {
        for (var entry : entries.all()) {
            var points = entry.schedule().points();
            if (points.contains(point)) {
                var without = new Entry(
                        entry.id(),
                        entry.text(),
                        entry.schedule().without(point),
                        entry.recursFrom(),
                        entry.lockVersion(),
                        entry.changedAt());
                entries.change(without);
                history.changed(entry.item(), without.item());
            }
        }
    }

    private <T> T followed(Supplier<T> change) {
        var result = change.get();
        tasks.follow(entries.all());
        return result;
    }
}
