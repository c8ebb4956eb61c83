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
    private static final Pattern PLATE = Pattern.compile("\\p{IsHan}?[A-Z0-9]{2,8}\\p{IsHan}?");

    private final List<String> words;
    private final String plate;
    private final Map<String, String> channels;

    /** @param channels the channels' names by their codes */
    public Sought(Wanted wanted, Map<String, String> channels) {
        String text = wanted.text();
        this.words = text.isEmpty() ? List.of() : List.of(text.split(" ", WORDS));
        this.channels = channels;
        String tidied = PlateNumber.tidied(text);
        this.plate = PLATE.matcher(tidied).matches() ? tidied : "";
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
                .mapToObj(n -> "(" + word.replace(":word", ":word" + n).replace(":channels", ":channels" + n) + ")")
                .collect(Collectors.joining(" AND "));
        return " AND (" + all + (plate.isEmpty() ? "" : " OR " + vehicle) + ")";
    }

    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (int n = 0; n < words.size(); n++) {
            values.put("word" + n, pattern(words.get(n)));
            values.put("channels" + n, named(words.get(n)));
        }
        values.put("plate", pattern(plate).toUpperCase(Locale.ROOT));
        return values;
    }

    private static String pattern(String text) {
        return new Wanted(text, 1, 1).pattern();
    }

    /** SQL knows no empty list. */
    private Collection<String> named(String word) {
        Set<String> codes = channels.entrySet().stream()
                .filter(channel -> channel.getValue().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return codes.isEmpty() ? Set.of("") : codes;
    }
}
