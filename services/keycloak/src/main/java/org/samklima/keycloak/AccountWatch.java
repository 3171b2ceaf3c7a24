package org.samklima.keycloak;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Keycloak still vouches for those who are signed in, asked again every few minutes of use, as the portal's own account:
 * no token of a person is needed or kept. A request waits for the answer a moment at most. While Keycloak is away or slow
 * everybody stays, and it is asked again after a while.
 */
class AccountWatch {

    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** So that whoever invites somebody does not wait behind everybody's questions to a Keycloak that hangs. */
    private static final int AT_ONCE = 4;

    /** As many people as may be here in the minutes that an answer is believed; more are asked about more often. */
    private static final int MOST = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);

    private final KeycloakAccounts accounts;
    private final Ticker ticker;
    private final AsyncCache<Question, State> known;
    private volatile Optional<Long> failedAt = Optional.empty();

    /** @param believed how long an answer counts */
    AccountWatch(KeycloakAccounts accounts, Duration believed, Ticker ticker) {
        this.accounts = accounts;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(believed)
                .ticker(ticker)
                .executor(
                        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory()))
                .buildAsync();
    }

    /** @param operator whether the answer has to say if the person is an operator, which Keycloak is asked for separately */
    record Question(UUID person, boolean operator) {}

    /**
     * An account as Keycloak knows it now.
     *
     * @param enabled false also where it was deleted
     * @param signedOut the moment at which an administrator, or its person everywhere, ended all that was signed in before;
     *     {@link Instant#EPOCH} if nobody ever did
     * @param operator whether it has the role; false if that was not asked
     */
    record State(boolean enabled, Instant signedOut, boolean operator) {

        static final State GONE = new State(false, Instant.EPOCH, false);

        private boolean vouchesFor(boolean asOperator, Instant since) {
            return enabled && !since.isBefore(signedOut) && (operator || !asOperator);
        }
    }

    /**
     * Whether the person may not stay signed in: never true unless Keycloak has just said so, for an older answer may be about what
     * was before they signed in.
     *
     * @param since the moment at which Keycloak vouched for them, by its own clock
     */
    boolean hasEnded(UUID person, boolean asOperator, Instant since) {
        var question = new Question(person, asOperator);
        if (vouches(question, since)) {
            return false;
        }
        known.synchronous().invalidate(question);
        return !vouches(question, since);
    }

    private boolean vouches(Question question, Instant since) {
        return state(question)
                .map(state -> state.vouchesFor(question.operator, since))
                .orElse(true);
    }

    private Optional<State> state(Question question) {
        if (hasFailedLately()) {
            var earlier = known.getIfPresent(question);
            return earlier == null || earlier.isCompletedExceptionally()
                    ? Optional.empty()
                    : Optional.ofNullable(earlier.getNow(null));
        }
        try {
            return Optional.ofNullable(known.get(question, this::ask).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            tryLater("did not answer at once");
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** @return null, which is not remembered, where Keycloak does not say */
    private @Nullable State ask(Question question) {
        if (hasFailedLately()) {
            return null;
        }
        try {
            return accounts.state(question.person, question.operator);
        } catch (RuntimeException failure) {
            tryLater(failure.getClass().getSimpleName());
            return null;
        }
    }

    private boolean hasFailedLately() {
        return failedAt.filter(failed -> ticker.read() - failed < UNTIL_NEXT_TRY.toNanos())
                .isPresent();
    }

    private void tryLater(String why) {
        failedAt = Optional.of(ticker.read());
        LOG.info("Keycloak does not say who may stay signed in: {}. Everybody stays; asked again later", why);
    }
}
