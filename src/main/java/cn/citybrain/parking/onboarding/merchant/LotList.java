package cn.citybrain.parking.onboarding.merchant;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The lots that somebody may see, with their company and their vendor, searched and in pages. */
@Component
public class LotList {

    private static final String FROM = " FROM parking_lot l JOIN merchant m ON m.id = l.merchant_id"
            + " LEFT JOIN vendor_assignment a ON a.active_lot_id = l.id"
            + " LEFT JOIN vendor v ON v.group_id = a.vendor_group";
    /** The lots by either way first: as conditions on the joined rows, both at once would read every lot of the city. */
    private static final String IN_REACH =
            "l.id IN (SELECT o.id FROM parking_lot o JOIN merchant c ON c.id = o.merchant_id"
                    + " WHERE c.tenant_id IN (:tenants) UNION ALL SELECT s.active_lot_id FROM vendor_assignment s"
                    + " WHERE s.vendor_group IN (:vendors) AND s.active_lot_id IS NOT NULL)";
    /**
     * The step is looked for in the open tasks, which are the processes', as the plate in the test vehicles. What a lot is
     * meant for is looked for as far as it is shown: what has not begun to its own company, what was never submitted not to
     * vendors.
     */
    private static final String NAMED = "lower(l.name) LIKE :word ESCAPE '!' OR lower(l.code) LIKE :word ESCAPE '!' OR"
            + " lower(m.name) LIKE :word ESCAPE '!' OR lower(v.name) LIKE :word ESCAPE '!' OR l.id IN (SELECT n.lot_id"
            + " FROM lot_binding n WHERE lower(n.application_no) LIKE :word ESCAPE '!' OR n.channel IN (:channels)) OR"
            + " l.code IN (SELECT t.lot_code FROM open_task t WHERE lower(t.name) LIKE :word ESCAPE '!') OR"
            + " l.code IN (SELECT i.lot_code FROM intended_lot i JOIN application p ON p.no = i.application_no"
            + " WHERE p.state IN (:intending) AND (p.tenant_id IN (:tenants)"
            + " OR p.state <> 'DRAFT' AND (p.revision > 0 OR :everything = 1))"
            + " AND (lower(p.no) LIKE :word ESCAPE '!' OR p.channel IN (:channels) OR p.no IN"
            + " (SELECT t.application_no FROM open_task t WHERE lower(t.name) LIKE :word ESCAPE '!')))";

    private static final String PLATED =
            "l.code IN (SELECT x.lot_code FROM test_vehicle x WHERE x.plate_no LIKE :plate ESCAPE '!')";
    private static final String BOUND =
            "EXISTS (SELECT 1 FROM lot_binding b WHERE b.lot_id = l.id AND b.state = :state)";
    private static final String UNBOUND = "NOT EXISTS (SELECT 1 FROM lot_binding b WHERE b.lot_id = l.id)";

    private final JdbcClient jdbc;

    LotList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param vendorName empty while the lot has no vendor */
    public record Row(String code, String name, String merchantName, String vendorName) {}

    /** Lots with a binding in this state, without any binding, or with one of these codes. */
    public sealed interface State {
        record Of(BindingState state) implements State {}

        record Unbound() implements State {}

        record Named(Set<String> codes) implements State {}
    }

    /**
     * A company's lots together, in the order of their codes. The words are looked for in names, numbers, channels and open
     * steps, a plate in the test vehicles.
     *
     * @param channels their names by their codes
     * @param intending states of applications that are not bound to their lots yet
     */
    public Page<Row> find(
            Reach reach,
            Wanted wanted,
            Optional<State> state,
            Map<String, String> channels,
            Collection<String> intending) {
        Sought sought = new Sought(wanted, channels);
        String where = where(reach, sought, state);
        long total = bound(jdbc.sql("SELECT count(*)" + FROM + where), reach, sought, state)
                .param("intending", intending)
                .query(Long.class)
                .single();
        var rows = bound(
                        jdbc.sql("SELECT l.code, l.name, m.name AS merchant_name, v.name AS vendor_name" + FROM + where
                                + " ORDER BY m.id, l.code OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY"),
                        reach,
                        sought,
                        state)
                .param("intending", intending)
                .param("offset", wanted.offset())
                .param("size", wanted.size())
                .query((row, n) -> new Row(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("merchant_name"),
                        Optional.ofNullable(row.getString("vendor_name")).orElse("")))
                .list();
        return new Page<>(rows, total, wanted);
    }

    private static String where(Reach reach, Sought sought, Optional<State> state) {
        return " WHERE " + (reach.everything() ? "1 = 1" : IN_REACH)
                + sought.sql(NAMED, PLATED)
                + state.map(wish -> " AND " + condition(wish)).orElse("");
    }

    private static String condition(State wish) {
        if (wish instanceof State.Named) {
            return "l.code IN (:codes)";
        }
        return wish instanceof State.Unbound ? UNBOUND : BOUND;
    }

    private static StatementSpec bound(StatementSpec sql, Reach reach, Sought sought, Optional<State> state) {
        StatementSpec bound = sql.param("tenants", orNobody(reach.tenants()))
                .param("everything", reach.everything() ? 1 : 0)
                .param("vendors", orNobody(reach.vendorGroups()))
                .params(sought.values());
        if (state.isPresent() && state.get() instanceof State.Of wish) {
            return bound.param("state", wish.state().name());
        }
        return state.isPresent() && state.get() instanceof State.Named wish
                ? bound.param("codes", orNobody(wish.codes()))
                : bound;
    }

    /** SQL knows no empty list. */
    private static Collection<String> orNobody(Set<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }
}
