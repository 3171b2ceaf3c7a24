package org.samklima.portal.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.home.Due;
import org.samklima.portal.mail.Mails;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes one morning's reminders of one tenant. Doing it again reminds nobody twice. */
@Service
class MorningMail {

    private static final Logger LOG = LoggerFactory.getLogger(MorningMail.class);

    private final Due due;
    private final People people;
    private final ReminderSettings settings;
    private final Reminders reminders;
    private final ReminderLetter letter;
    private final Mails mails;
    private final Clock clock;
    private final TransactionTemplate transactions;

    MorningMail(
            Due due,
            People people,
            ReminderSettings settings,
            Reminders reminders,
            ReminderLetter letter,
            Mails mails,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.people = people;
        this.settings = settings;
        this.reminders = reminders;
        this.letter = letter;
        this.mails = mails;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Somebody whose turn it may be.
     *
     * @param told what the last reminder told
     */
    private record Reader(
            UUID person, String name, String email, Actor actor, ReminderSetting setting, Set<String> told) {

        static Reader of(TenantUser user, ReminderSetting setting, Set<String> told) {
            return new Reader(
                    user.personId(),
                    user.name(),
                    user.email(),
                    new Actor(user.personId(), user.name(), user.roles()),
                    setting,
                    told);
        }

        boolean wants(Digest digest) {
            return !digest.isEmpty() && (setting.rhythm() != Rhythm.DAILY || digest.hasNewsSince(told));
        }
    }

    /**
     * To everyone for whom something is late or near and whose rhythm has it today. Each is asked and written to in a
     * transaction of their own, so that one who cannot be reminded keeps nobody else from it.
     *
     * @return how many could not be reminded, which is in the log
     */
    int send(Tenant tenant, LocalDate day) {
        List<Reader> readers = Objects.requireNonNull(
                Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> transactions.execute(_ -> readers(day))));
        int failed = 0;
        for (var reader : readers) {
            try {
                Tenancy.inTenant(
                        tenant.id(),
                        reader.actor,
                        () -> transactions.executeWithoutResult(_ -> remind(reader, tenant, day)));
            } catch (RuntimeException failure) {
                LOG.error("Could not remind {} in {}", reader.person, tenant.slug(), failure);
                failed++;
            }
        }
        return failed;
    }

    private List<Reader> readers(LocalDate day) {
        Map<UUID, ReminderSetting> chosen = settings.chosen();
        if (!ReminderSetting.PROPOSED.rhythm().isFor(day)
                && chosen.values().stream()
                        .noneMatch(setting -> setting.rhythm().isFor(day))) {
            return List.of();
        }
        var last = reminders.last();
        return people.all().stream()
                .map(user -> {
                    var told = last.get(user.personId());
                    return Reader.of(
                            user,
                            chosen.getOrDefault(user.personId(), ReminderSetting.PROPOSED),
                            told == null ? Set.of() : told.told());
                })
                .filter(reader -> reader.setting.rhythm().isFor(day))
                .filter(reader -> !last.containsKey(reader.person)
                        || last.get(reader.person).day().isBefore(day))
                .toList();
    }

    private void remind(Reader reader, Tenant tenant, LocalDate day) {
        var language = reader.setting.languageIn(tenant);
        var digest = Digest.of(
                due.in(tenant, reader.actor, language), reader.setting.daysBefore(), tenant.dayOf(clock.instant()));
        var secret = UnsubscribeSecret.next();
        if (reader.wants(digest) && reminders.add(reader.person, day, digest.keys(), secret)) {
            mails.write(letter.of(digest, tenant, day, secret, language), List.of(reader.email), language);
        }
    }
}
