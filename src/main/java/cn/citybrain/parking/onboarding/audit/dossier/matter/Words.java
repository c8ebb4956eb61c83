package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** How times, money, people and sizes are written in a dossier: always the same, whatever the node is set to. */
public final class Words {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int FEN = 100;
    private static final int KILO = 1024;

    private Words() {}

    /** Empty for none. */
    public static String time(Instant at) {
        return at == null ? "" : TIME.format(at.atZone(ZONE));
    }

    /** @param fen null for none */
    public static String yuan(Integer fen) {
        return fen == null ? "" : "%d.%02d 元".formatted(fen / FEN, fen % FEN);
    }

    public static String name(Person person) {
        return person == null ? "" : person.name();
    }

    public static String id(Person person) {
        return person == null ? "" : person.id();
    }

    public static String role(Person person) {
        return person == null ? "" : person.role();
    }

    /** With the id, so that two of one name are told apart. */
    public static String full(Person person) {
        if (person == null) {
            return "";
        }
        return person.name().equals(person.id()) ? person.id() : person.name() + "（" + person.id() + "）";
    }

    public static String facts(Entry entry) {
        return entry.facts().stream()
                .filter(fact -> fact.value() != null && !fact.value().isEmpty())
                .map(fact -> fact.label() + "：" + fact.value())
                .collect(Collectors.joining("；"));
    }

    public static String size(long bytes) {
        return bytes < KILO ? bytes + " B" : "%d KB".formatted((bytes + KILO - 1) / KILO);
    }

    /** From one moment to another; empty while the second is missing. */
    public static String lasting(Instant from, Instant to) {
        if (from == null || to == null) {
            return "";
        }
        Duration time = Duration.between(from, to);
        if (time.toDays() > 0) {
            return "%d 天 %d 小时".formatted(time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return "%d 小时 %d 分".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? "%d 分 %d 秒".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d 秒".formatted(time.toSeconds());
    }

    public static String numbers(List<Integer> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining("、"));
    }
}
