package org.samklima.overview.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.samklima.overview.answers.Answer.Key;
import org.springframework.util.unit.DataSize;

class AnswerCacheTests {

    private final AnswerCache cache = new AnswerCache(DataSize.ofKilobytes(64), new SimpleMeterRegistry());
    private final AtomicInteger renderings = new AtomicInteger();

    @Test
    void an_answer_is_rendered_once_however_many_ask_at_once() throws Exception {
        int readers = 20;
        var everybodyAsks = new CountDownLatch(readers);
        try (var threads = Executors.newFixedThreadPool(readers)) {
            List<Future<Rendered>> answers = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                answers.add(threads.submit(() -> {
                    everybodyAsks.countDown();
                    return cache.get(key("a"), () -> {
                        everybodyAsks.await();
                        return render("once");
                    });
                }));
            }
            Rendered first = answers.getFirst().get();
            for (Future<Rendered> answer : answers) {
                assertThat(answer.get()).isSameAs(first);
            }
        }
        assertThat(renderings).hasValue(1);
    }

    @Test
    void a_rendering_that_failed_is_told_and_not_kept() throws Exception {
        assertThatThrownBy(() -> cache.get(key("a"), () -> {
                    throw new IOException("no paper");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no paper");

        assertThat(plain(cache.get(key("a"), () -> render("now")))).isEqualTo("now");
    }

    @Test
    void the_same_address_on_another_shelf_is_another_answer() throws Exception {
        cache.get(new Key(1, "/sv"), () -> render("before"));

        assertThat(plain(cache.get(new Key(2, "/sv"), () -> render("after")))).isEqualTo("after");
    }

    @Test
    void answers_never_take_more_memory_than_they_may() throws Exception {
        for (int i = 0; i < 500; i++) {
            cache.get(key("/" + i), () -> render(noise(4_000)));
        }

        assertThat(cache.weight()).isLessThanOrEqualTo(DataSize.ofKilobytes(64).toBytes());
    }

    /** Barely compressible. */
    private static String noise(int length) {
        var random = new SplittableRandom();
        return random.ints(length, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Key key(String address) {
        return new Key(1, address);
    }

    private Rendered render(String text) throws Exception {
        renderings.incrementAndGet();
        return Rendered.of("text/plain", out -> out.write(text.getBytes()));
    }

    private static String plain(Rendered answer) throws IOException {
        return new String(answer.plain().readAllBytes());
    }
}
