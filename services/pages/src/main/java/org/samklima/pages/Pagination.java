package org.samklima.pages;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is shown, taken from its address: {@code ?page=2}, counted from one.
 *
 * @param page from 1 to {@link #pages}
 * @param size entries on a page
 * @param total entries in the whole list
 * @param address of the page, to be kept by the links
 */
public record Pagination(int page, int size, long total, PageAddress address) {

    static final String PARAMETER = "page";

    /** A page that is not there becomes the nearest one that is. */
    public static Pagination of(PageAddress address, int size, long total) {
        int last = lastPage(size, total);
        int asked = address.value(PARAMETER)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(1);
        return new Pagination(Math.clamp(asked, 1, last), size, total, address);
    }

    private static int lastPage(int size, long total) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv(total, size)));
    }

    public int pages() {
        return lastPage(size, total);
    }

    /** How many entries stand before this page: the OFFSET. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    /** The number of the first entry shown, or 0 if there is none. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(offset() + size, total);
    }

    public @Nullable String previous() {
        return page > 1 ? href(page - 1) : null;
    }

    public @Nullable String next() {
        return page < pages() ? href(page + 1) : null;
    }

    /** The first, the last and the pages around this one; a step leaves a gap where its number does not follow the one before. */
    public List<Step> steps() {
        var numbers = new TreeSet<>(List.of(1, pages()));
        IntStream.rangeClosed(page - 1, page + 1)
                .filter(number -> number >= 1 && number <= pages())
                .forEach(numbers::add);
        return numbers.stream()
                .map(number -> {
                    var before = numbers.lower(number);
                    return new Step(number, href(number), number == page, before != null && before < number - 1);
                })
                .toList();
    }

    private String href(int number) {
        return number == 1
                ? address.without(PARAMETER).toString()
                : address.with(PARAMETER, String.valueOf(number)).toString();
    }

    /**
     * A link to a page of the list.
     *
     * @param afterGap whether pages are left out before it
     */
    public record Step(int number, String href, boolean current, boolean afterGap) {}
}
