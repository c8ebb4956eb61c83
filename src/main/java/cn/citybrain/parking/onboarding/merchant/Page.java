package cn.citybrain.parking.onboarding.merchant;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages
 * @param page from 1
 */
public record Page<T>(List<T> rows, long total, int page, int size) {

    public Page(List<T> rows, long total, Wanted wanted) {
        this(rows, total, wanted.page(), wanted.size());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(rows.stream().map(view).toList(), total, page, size);
    }
}
