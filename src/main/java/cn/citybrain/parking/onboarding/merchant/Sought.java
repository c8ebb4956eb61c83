package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is typed into a search box that finds tasks, applications and lots by all that people know of them: words that are each
 * found somewhere, or a vehicle's plate or a part of one, however it is written. What a word is found in stands with each list.
 */
public final class Sought {

    private static final int WORDS = 4;

    /** What part of a plate can look like; anything else is not looked for among them. */
    private static final Pattern PLATE = Pattern.compile("(WJ)?\\p{IsHan}{0,2}[A-Z0-9]{2,8}\\p{IsHan}{0,2}");

    private final String text;
    private final List<String> words;
    private final String plate;
    /** By the name of a list in SQL: what its codes are called. */
    private final Map<String, Map<String, String>> named;

    /** @param channels the channels' names by their codes, as {@code :channels} in SQL */
    public Sought(Wanted wanted, Map<String, String> channels) {
        this(wanted.text(), Map.of("channels", channels));
    }

    private Sought(String text, Map<String, Map<String, String>> named) {
        this.text = text;
        this.words = text.isEmpty() ? List.of() : List.of(text.split(" ", WORDS));
        this.named = named;
        String tidied = PlateNumber.tidied(text);
        this.plate = PLATE.matcher(tidied).matches() ? tidied : "";
    }

    /** Also by other names that stand not in the database: {@code :list} are the codes whose names have the word. */
    public Sought named(String list, Map<String, String> names) {
        Map<String, Map<String, String>> all = new HashMap<>(named);
        all.put(list, names);
        return new Sought(text, all);
    }

    /**
     * Begins with AND, or is empty.
     *
     * @param word what must hold for each word: {@code lower(x.name) LIKE :word ESCAPE '!'} or {@code x.channel IN (:channels)}
     * @param vehicle what must hold for a plate, instead of that: {@code x.plate_no LIKE :plate ESCAPE '!'}
     */
    public String sql(String word, String vehicle) {
        if (words.isEmpty()) {
            return "";
        }
        String all = IntStream.range(0, words.size())
                .mapToObj(n -> "(" + numbered(word, n) + ")")
                .collect(Collectors.joining(" AND "));
        return " AND (" + all + (plate.isEmpty() ? "" : " OR " + vehicle) + ")";
    }

    private String numbered(String word, int n) {
        String one = word.replace(":word", ":word" + n);
        for (String list : named.keySet()) {
            one = one.replace(":" + list, ":" + list + n);
        }
        return one;
    }

    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (int n = 0; n < words.size(); n++) {
            values.put("word" + n, pattern(words.get(n)));
            String word = words.get(n);
            int number = n;
            named.forEach((list, names) -> values.put(list + number, codes(names, word)));
        }
        values.put("plate", pattern(plate).toUpperCase(Locale.ROOT));
        return values;
    }

    private static String pattern(String text) {
        return new Wanted(text, 1, 1).pattern();
    }

    /** SQL knows no empty list. */
    private static Collection<String> codes(Map<String, String> names, String word) {
        Set<String> codes = names.entrySet().stream()
                .filter(name -> name.getValue().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return codes.isEmpty() ? Set.of("") : codes;
    }
}
