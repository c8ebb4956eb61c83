package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.Arrays;
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
 * What is typed into the one search box, as a condition: each of its words is found in the application's number, the company,
 * the channel, the step, or the code or name of a lot; or all of it is a test vehicle's plate or a part of one. Names are
 * looked through once, not with each task, so that a company or lot that is renamed is found by its new name at once.
 */
final class Sought {

    private static final int WORDS = 4;

    /** What part of a plate can look like; anything else is not looked for among them. */
    private static final Pattern PLATE = Pattern.compile("\\p{IsHan}?[A-Z0-9]{2,8}\\p{IsHan}?");

    private static final String LOT = "(lower(l.code) LIKE :word ESCAPE '!' OR lower(l.name) LIKE :word ESCAPE '!')";

    /** {@code #} is the task or wait, {@code §} where its company stands. What is about a single lot is found by that lot alone. */
    private static final String WORD = "(lower(#.application_no) LIKE :word ESCAPE '!' OR #.channel IN (:channels)"
            + " OR §.tenant_id IN (SELECT m.tenant_id FROM merchant m WHERE lower(m.name) LIKE :word ESCAPE '!'"
            + " OR lower(m.uscc) LIKE :word ESCAPE '!')"
            + " OR #.binding_id IN (SELECT b.id FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE " + LOT
            + ")"
            + " OR (#.binding_id IS NULL AND #.application_no IN ("
            + "SELECT b.application_no FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE " + LOT
            + " UNION ALL SELECT i.application_no FROM intended_lot i JOIN parking_lot l ON l.code = i.lot_code WHERE "
            + LOT
            + " UNION ALL SELECT c.application_no FROM application_lot c JOIN parking_lot l ON l.code = c.lot_code WHERE "
            + LOT + "))";

    private static final String STEP = " OR lower(t.name) LIKE :word ESCAPE '!'";

    private static final String PLATED =
            "#.binding_id IN (SELECT v.binding_id FROM test_vehicle v WHERE v.plate_no LIKE :plate ESCAPE '!')";

    private final List<String> words;
    private final String plate;

    /** @param text as {@link Wanted} has tidied it */
    Sought(String text) {
        words = text.isEmpty() ? List.of() : List.of(text.split(" ", WORDS));
        String tidied = PlateNumber.tidied(text);
        plate = PLATE.matcher(tidied).matches() ? tidied : "";
    }

    /** Of open tasks {@code t}: begins with AND, or is empty. */
    String tasks() {
        return condition(WORD + STEP + ")").replace('#', 't').replace('§', 't');
    }

    /** As {@link #tasks} of waits {@code w} for applications {@code a}; their steps have no names in the database. */
    String waits() {
        return condition(WORD + ")").replace('#', 'w').replace('§', 'a');
    }

    private String condition(String word) {
        if (words.isEmpty()) {
            return "";
        }
        String all = IntStream.range(0, words.size())
                .mapToObj(n -> word.replace(":word", ":word" + n).replace(":channels", ":channels" + n))
                .collect(Collectors.joining(" AND "));
        return " AND (" + all + (plate.isEmpty() ? "" : " OR " + PLATED) + ")";
    }

    Map<String, Object> values() {
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

    private static Collection<String> named(String word) {
        Set<String> codes = Arrays.stream(Channel.values())
                .filter(channel ->
                        channel.displayName().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .map(Channel::code)
                .collect(Collectors.toSet());
        return codes.isEmpty() ? Set.of("") : codes;
    }
}
