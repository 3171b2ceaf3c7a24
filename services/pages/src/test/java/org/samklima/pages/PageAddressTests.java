package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageAddressTests {

    private static final List<String> COLUMNS = List.of("name", "emissions");

    @Test
    void a_parameter_is_replaced_and_the_others_stay_as_they_came() {
        var address = PageAddress.of("/nyby", "q=%C3%A5&lang=sv&flag&lang=da");

        assertThat(address.with("lang", "d&e")).hasToString("/nyby?q=%C3%A5&flag&lang=d%26e");
        assertThat(address.without("flag").without("q").without("lang")).hasToString("/nyby");
        assertThat(address.value("q")).contains("å");
    }

    @Test
    void an_address_never_leads_to_another_site() {
        assertThat(PageAddress.of("//elsewhere.example/x", null)).hasToString("/elsewhere.example/x");
        assertThat(PageAddress.of("/\\elsewhere.example", null)).hasToString("/elsewhere.example");
    }

    @Test
    void a_value_that_is_not_properly_encoded_counts_as_none() {
        assertThat(PageAddress.of("/nyby", "q=%zz").value("q")).isEmpty();
        assertThat(PageAddress.of("/nyby", "").value("q")).isEmpty();
    }

    @Test
    void a_table_is_sorted_by_a_known_column_only() {
        var sorted = Sorting.of(PageAddress.of("/nyby", "sort=-emissions&page=3"), COLUMNS);

        assertThat(sorted.column()).isEqualTo("emissions");
        assertThat(sorted.descending()).isTrue();
        assertThat(sorted.aria("emissions")).isEqualTo("descending");
        assertThat(sorted.aria("name")).isEqualTo("none");
        assertThat(Sorting.of(PageAddress.of("/nyby", "sort=-password"), COLUMNS))
                .extracting(Sorting::column, Sorting::descending)
                .containsExactly("name", false);
    }

    @Test
    void a_heading_leads_to_its_order_or_to_the_reverse_and_back_to_the_first_page() {
        var sorted = Sorting.of(PageAddress.of("/nyby", "q=x&page=3"), COLUMNS);

        assertThat(sorted.href("name")).isEqualTo("/nyby?q=x&sort=-name");
        assertThat(sorted.href("emissions")).isEqualTo("/nyby?q=x&sort=emissions");
    }

    @Test
    void a_page_shows_its_part_of_the_list() {
        var pagination = Pagination.of(PageAddress.of("/nyby", "page=2"), 25, 60);

        assertThat(pagination.pages()).isEqualTo(3);
        assertThat(pagination.offset()).isEqualTo(25);
        assertThat(pagination.first()).isEqualTo(26);
        assertThat(pagination.last()).isEqualTo(50);
        assertThat(pagination.previous()).isEqualTo("/nyby");
        assertThat(pagination.next()).isEqualTo("/nyby?page=3");
    }

    @Test
    void a_page_that_is_not_there_becomes_the_nearest_one() {
        assertThat(Pagination.of(PageAddress.of("/nyby", "page=99"), 25, 60).page())
                .isEqualTo(3);
        assertThat(Pagination.of(PageAddress.of("/nyby", "page=-1"), 25, 60).page())
                .isEqualTo(1);
        assertThat(Pagination.of(PageAddress.of("/nyby", "page=9999999999"), 25, 60)
                        .page())
                .isEqualTo(1);
    }

    @Test
    void an_empty_list_has_one_page_that_shows_nothing() {
        var pagination = Pagination.of(PageAddress.of("/nyby", null), 25, 0);

        assertThat(pagination.pages()).isEqualTo(1);
        assertThat(pagination.first()).isZero();
        assertThat(pagination.last()).isZero();
        assertThat(pagination.next()).isNull();
    }

    @Test
    void a_long_list_shows_its_ends_and_what_is_near() {
        var steps = Pagination.of(PageAddress.of("/nyby", "page=7"), 10, 290).steps();

        assertThat(steps).extracting(Pagination.Step::number).containsExactly(1, 6, 7, 8, 29);
        assertThat(steps).extracting(Pagination.Step::afterGap).containsExactly(false, true, false, false, true);
        assertThat(steps).extracting(Pagination.Step::current).containsExactly(false, false, true, false, false);
    }
}
