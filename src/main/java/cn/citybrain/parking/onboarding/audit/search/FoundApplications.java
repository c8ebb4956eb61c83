package cn.citybrain.parking.onboarding.audit.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.search.FoundApplication.Lot;
import cn.citybrain.parking.onboarding.audit.search.FoundApplication.Named;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.device.MoreDevicesStarted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a list shows of some applications: three statements for all of them. */
@Component
class FoundApplications {

    /** Asked about at once: each key is a parameter once for every trace, and PostgreSQL takes 65,535 of them. */
    private static final int KEYS = 4000;

    private static final String SELECT = "SELECT a.no, a.channel, a.state, a.created_at, " + ApplicationColumns.ENDED
            + " AS ended_at, m.name AS company FROM application a JOIN merchant m ON m.id = a.merchant_id"
            + " WHERE a.no IN (:numbers)";

    private static final String LOTS = "SELECT x.application_no, l.code, l.name FROM ("
            + "SELECT b.application_no, l.code FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
            + " WHERE b.application_no IN (:numbers)"
            + " UNION SELECT i.application_no, i.lot_code FROM intended_lot i WHERE i.application_no IN (:numbers)"
            + " UNION SELECT c.application_no, c.lot_code FROM application_lot c WHERE c.application_no IN (:numbers)) x"
            + " JOIN parking_lot l ON l.code = x.code ORDER BY l.code";

    private final JdbcClient jdbc;

    FoundApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record LotOf(String number, Lot lot) {}

    /** In the order of the numbers. */
    List<FoundApplication> of(List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, List<Lot>> lots = jdbc
                .sql(LOTS)
                .param("numbers", numbers)
                .query((row, n) -> new LotOf(
                        row.getString("application_no"), new Lot(row.getString("code"), row.getString("name"))))
                .list()
                .stream()
                .collect(groupingBy(LotOf::number, mapping(LotOf::lot, toList())));
        Map<String, Set<Mark>> marks = marks(numbers, lots);
        Map<String, FoundApplication> rows =
                jdbc.sql(SELECT).param("numbers", numbers).query((row, n) -> row(row, lots, marks)).list().stream()
                        .collect(Collectors.toMap(FoundApplication::number, Function.identity()));
        return numbers.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private Map<String, Set<Mark>> marks(List<String> numbers, Map<String, List<Lot>> lots) {
        Map<String, String> numberByKey = new LinkedHashMap<>();
        for (String number : numbers) {
            keys(number, lots.getOrDefault(number, List.of())).forEach(key -> numberByKey.put(key, number));
        }
        Map<String, Set<Mark>> marks = new HashMap<>();
        List<String> keys = List.copyOf(numberByKey.keySet());
        for (int from = 0; from < keys.size(); from += KEYS) {
            jdbc.sql(Mark.among())
                    .param("keys", keys.subList(from, Math.min(from + KEYS, keys.size())))
                    .query((row, n) -> marks.computeIfAbsent(
                                    numberByKey.get(row.getString("about")), number -> EnumSet.noneOf(Mark.class))
                            .add(Mark.valueOf(row.getString("name"))))
                    .list();
        }
        return marks;
    }

    /** The business keys of everything that can run for an application. */
    private static Stream<String> keys(String number, Collection<Lot> lots) {
        return Stream.concat(
                Stream.of(number, MoreDevicesStarted.key(number)), lots.stream().map(lot -> number + "-" + lot.code()));
    }

    private static FoundApplication row(ResultSet row, Map<String, List<Lot>> lots, Map<String, Set<Mark>> marks)
            throws SQLException {
        String number = row.getString("no");
        String channel = row.getString("channel");
        ApplicationState state = ApplicationState.valueOf(row.getString("state"));
        Set<Mark> borne = marks.getOrDefault(number, Set.of());
        return new FoundApplication(
                number,
                row.getString("company"),
                channel,
                Channel.find(channel).map(Channel::displayName).orElse(channel),
                lots.getOrDefault(number, List.of()),
                state.name(),
                state.title(),
                state.isFinal() ? state.name() : null,
                state.isFinal() ? state.title() : "",
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "ended_at"),
                Arrays.stream(Mark.values())
                        .filter(borne::contains)
                        .map(mark -> new Named(mark.name(), mark.title()))
                        .toList());
    }
}
