package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Locale;

/**
 * What part of a list somebody wants: those that a text is found in, one page of them.
 *
 * @param text empty for all
 * @param page from 1
 * @param size at most {@link #LARGEST}
 */
public record Wanted(String text, int page, int size) {

    public static final int LARGEST = 100;

    public Wanted {
        text = Typed.search(text);
        page = Math.max(1, page);
        size = Math.max(1, Math.min(LARGEST, size));
    }

    /** Pattern for {@code lower(column) LIKE … ESCAPE '!'}. */
    public String pattern() {
        String literal = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return "%" + literal + "%";
    }

    /** How many come before the page. */
    public long offset() {
        return (page - 1L) * size;
    }
}
