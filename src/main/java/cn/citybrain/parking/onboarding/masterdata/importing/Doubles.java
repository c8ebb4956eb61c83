package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.register.Register;
import cn.citybrain.parking.onboarding.masterdata.register.Register.Wanted;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows of one file that say the same where no two may. */
final class Doubles {

    private Doubles() {}

    /** @param faults of each row by column; those of doubles are added, each with the lines of both rows */
    static <E> void find(
            List<ReadRow> rows, List<Wanted<E>> wanted, Register<E> register, List<Map<String, String>> faults) {
        register.distinct().forEach(column -> find(column, rows, wanted, register, faults));
    }

    private static <E> void find(
            String column,
            List<ReadRow> rows,
            List<Wanted<E>> wanted,
            Register<E> register,
            List<Map<String, String>> faults) {
        Map<String, Integer> first = new HashMap<>();
        String title = title(column, register);
        for (int i = 0; i < rows.size(); i++) {
            String value = register.values(wanted.get(i).entry()).get(column).toLowerCase(Locale.ROOT);
            Integer earlier = value.isEmpty() ? null : first.putIfAbsent(value, i);
            if (earlier != null) {
                int here = rows.get(i).line();
                int there = rows.get(earlier).line();
                faults.get(i).putIfAbsent(column, words(title, there, here));
                faults.get(earlier).putIfAbsent(column, words(title, here, there));
            }
        }
    }

    private static String words(String title, int other, int own) {
        return "%s与第 %d 行重复（本行是第 %d 行），同一个%s只留一行".formatted(title, other, own, title);
    }

    private static String title(String column, Register<?> register) {
        return register.layout().headings().stream()
                .filter(heading -> heading.key().equals(column))
                .findFirst()
                .map(Heading::title)
                .orElse(column);
    }
}
