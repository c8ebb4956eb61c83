package cn.citybrain.parking.onboarding.application.account;

import cn.citybrain.parking.onboarding.merchant.BindingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lots of applications, bound and intended: the first few by name, the others by number. Two statements for a list. */
@Component
class AccountLots {

    private static final int NAMED = 5;
    private static final String FIRST = "SELECT f.* FROM (SELECT %s, l.code, l.name,"
            + " ROW_NUMBER() OVER (PARTITION BY %2$s ORDER BY list_position) AS place,"
            + " COUNT(*) OVER (PARTITION BY %2$s) AS total, %3$s FROM %4$s WHERE %2$s IN (:numbers)) f"
            + " WHERE f.place <= " + NAMED + " ORDER BY f.application_no, f.place";
    private static final String BOUND = FIRST.formatted(
            "b.application_no, b.id AS binding_id, b.state",
            "b.application_no",
            "SUM(CASE WHEN b.state = 'LIVE' THEN 1 ELSE 0 END) OVER (PARTITION BY b.application_no) AS live",
            "lot_binding b JOIN parking_lot l ON l.id = b.lot_id");
    private static final String INTENDED = FIRST.formatted(
            "i.application_no",
            "i.application_no",
            "0 AS live",
            "intended_lot i JOIN parking_lot l ON l.code = i.lot_code");

    private final JdbcClient jdbc;

    AccountLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param total how many there are, those that are not named included
     * @param live how many of them are live
     */
    record Lots(List<Lot> named, long total, long live) {

        static final Lots NONE = new Lots(List.of(), 0, 0);
    }

    /** @param bindingId null while it is intended only @param state as well */
    record Lot(String code, String name, Long bindingId, BindingState state) {}

    private record Found(String no, Lot lot, long total, long live) {}

    Map<String, Lots> bound(Collection<String> numbers) {
        return found(
                BOUND,
                numbers,
                (row, n) -> found(row, row.getLong("binding_id"), BindingState.valueOf(row.getString("state"))));
    }

    Map<String, Lots> intended(Collection<String> numbers) {
        return found(INTENDED, numbers, (row, n) -> found(row, null, null));
    }

    private Map<String, Lots> found(
            String sql, Collection<String> numbers, org.springframework.jdbc.core.RowMapper<Found> mapper) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(sql).param("numbers", numbers).query(mapper).list().stream()
                .collect(Collectors.groupingBy(
                        Found::no, Collectors.collectingAndThen(Collectors.toList(), AccountLots::together)));
    }

    private static Lots together(List<Found> of) {
        return new Lots(
                of.stream().map(Found::lot).toList(),
                of.get(0).total(),
                of.get(0).live());
    }

    private static Found found(ResultSet row, Long bindingId, BindingState state) throws SQLException {
        Lot lot = new Lot(row.getString("code"), row.getString("name"), bindingId, state);
        return new Found(row.getString("application_no"), lot, row.getLong("total"), row.getLong("live"));
    }
}
