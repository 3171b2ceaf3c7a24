package org.samklima.standalone.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.samklima.standalone.watching.PromQl.Match;
import org.samklima.standalone.watching.PromQl.Selector;

class PromQlTests {

    @Test
    void metrics_and_labels_are_told_from_functions_words_and_texts() {
        var asked = PromQl.of("""
                sum by (job, le) (rate(http_seconds_bucket{uri!~"/a|up", status=~"5.."}[5m] offset 1h))
                  / on (job) group_left (kind) max without (pod) (other_total) > bool 0.5e3 and up == 1 # not this_one
                """);

        assertThat(asked.selectors())
                .extracting(Selector::metric)
                .containsExactly("http_seconds_bucket", "other_total", "up");
        assertThat(asked.selectors().getFirst().matches())
                .containsExactly(new Match("uri", "!~", "/a|up"), new Match("status", "=~", "5.."));
        assertThat(asked.grouping()).containsExactlyInAnyOrder("job", "le", "kind", "pod");
    }

    @Test
    void what_is_no_expression_is_not_taken_for_an_empty_one() {
        assertThatThrownBy(() -> PromQl.of("sum(a) ; b")).hasMessageContaining("; b");
    }
}
