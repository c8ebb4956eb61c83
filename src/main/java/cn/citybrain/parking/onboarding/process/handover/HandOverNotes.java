package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What went on with a task before, in words, for those who do it. Two statements. */
@Component
class HandOverNotes {

    private final HandOverTable table;
    private final CompanyPeople people;

    HandOverNotes(HandOverTable table, CompanyPeople people) {
        this.table = table;
        this.people = people;
    }

    /** @param text Chinese @param word in the person's own words, may be empty */
    record Note(Instant at, String text, String word) {}

    /** Newest first. */
    List<Note> of(String taskId) {
        List<HandOver> moves = table.of(taskId);
        Map<String, String> names = people.names(moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to(), move.by()).filter(id -> id != null))
                .collect(Collectors.toSet()));
        return moves.stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .map(move -> new Note(move.at(), text(move, names), Reasons.safe(move.word())))
                .toList();
    }

    private static String text(HandOver move, Map<String, String> names) {
        String to = names.get(move.to());
        return switch (move.kind()) {
            case HANDED -> names.get(move.by()) + "转交给" + to;
            case REASSIGNED ->
                names.get(move.by()) + (move.from() == null ? "交给" + to : "把任务从" + names.get(move.from()) + "转交给" + to);
            case STOOD_IN -> to + "代" + names.get(move.from()) + "办理";
            case RETURNED -> "代办结束，任务从" + names.get(move.from()) + "回到" + to + "名下";
        };
    }
}
