package org.samklima.overview.answers;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps rendered answers, at most so many bytes of them; the least asked for go first. However many ask for a new one at
 * once, one of them renders it and the others wait for that.
 */
@Component
class AnswerCache {

    /** What an entry costs besides its bytes: key, future and bookkeeping. */
    private static final int ENTRY_OVERHEAD = 600;

    private final AsyncCache<Answer.Key, Rendered> answers;

    AnswerCache(@Value("${samklima.overview.answers}") DataSize size, MeterRegistry metrics) {
        answers = Caffeine.newBuilder()
                .maximumWeight(size.toBytes())
                .weigher((Answer.Key key, Rendered answer) ->
                        ENTRY_OVERHEAD + 2 * key.address().length() + answer.compressed().length)
                .recordStats()
                .buildAsync();
        CaffeineCacheMetrics.monitor(metrics, answers, "answers");
        Gauge.builder("samklima.overview.answers", this, AnswerCache::weight)
                .description("Rendered answers that are kept")
                .baseUnit(BaseUnits.BYTES)
                .register(metrics);
    }

    /** @throws Exception what rendering threw, to everybody who waited for it; nothing is kept then */
    Rendered get(Answer.Key key, Callable<Rendered> renderer) throws Exception {
        CompletableFuture<Rendered> kept = answers.getIfPresent(key);
        if (kept == null) {
            var mine = new CompletableFuture<Rendered>();
            kept = answers.asMap().putIfAbsent(key, mine);
            if (kept == null) {
                return render(mine, renderer);
            }
        }
        try {
            return kept.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** What the answers weigh now, in bytes. */
    long weight() {
        answers.synchronous().cleanUp();
        return answers.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElseThrow();
    }

    /** A future that fails leaves the cache by itself. */
    private static Rendered render(CompletableFuture<Rendered> mine, Callable<Rendered> renderer) throws Exception {
        try {
            Rendered answer = renderer.call();
            mine.complete(answer);
            return answer;
        } catch (Throwable failure) {
            mine.completeExceptionally(failure);
            throw failure;
        }
    }
}
