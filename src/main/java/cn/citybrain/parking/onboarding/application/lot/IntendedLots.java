package cn.citybrain.parking.onboarding.application.lot;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lots that applications are meant for, as their applicants said at the start. */
@NamedInterface("services")
@Component
public class IntendedLots {

    /** Of applications that are meant for lots and not bound to them yet. */
    public static final Set<String> STATES = Arrays.stream(ApplicationState.values())
            .filter(ApplicationState::comesBeforeLots)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final ParkingLots lots;

    IntendedLots(JdbcClient jdbc, ParkingLots lots) {
        this.jdbc = jdbc;
        this.lots = lots;
    }

    /** In the order in which they were named. */
    public List<IntendedLot> of(String no) {
        return jdbc.sql("SELECT i.lot_code, l.name FROM intended_lot i JOIN parking_lot l ON l.code = i.lot_code"
                        + " WHERE i.application_no = ? ORDER BY i.list_position")
                .param(no)
                .query((row, n) -> new IntendedLot(row.getString("lot_code"), row.getString("name")))
                .list();
    }

    /** What these lots are meant for and not bound to yet, the newest application first. */
    public List<Intention> ofLots(Collection<String> lotCodes) {
        if (lotCodes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT i.lot_code, a.no, a.channel, a.tenant_id, a.state, a.revision FROM intended_lot i"
                        + " JOIN application a ON a.no = i.application_no"
                        + " WHERE i.lot_code IN (:codes) AND a.state IN (:states) ORDER BY a.id DESC")
                .param("codes", lotCodes)
                .param("states", STATES)
                .query(IntendedLots::intention)
                .list();
    }

    private static Intention intention(ResultSet row, int n) throws SQLException {
        ApplicationState state = ApplicationState.valueOf(row.getString("state"));
        boolean begun = state != ApplicationState.DRAFT;
        return new Intention(
                row.getString("lot_code"),
                row.getString("no"),
                row.getString("channel"),
                row.getString("tenant_id"),
                state,
                begun,
                !begun || state == ApplicationState.FILLING && row.getInt("revision") == 0);
    }

    /** @throws InvalidFields if one is named twice, or is not the company's own */
    @Transactional
    public void keep(String no, long merchantId, List<String> lotCodes) {
        Map<String, ParkingLot> own =
                lots.ofMerchant(merchantId).stream().collect(Collectors.toMap(ParkingLot::code, Function.identity()));
        if (!own.keySet().containsAll(lotCodes)) {
            refuse("其中有不属于本公司的停车场，请重新选择");
        }
        lotCodes.stream().map(own::get).filter(lot -> !lot.open()).findFirst().ifPresent(closed -> {
            refuse("停车场「" + closed.name() + "」已关闭，请重新选择；如需恢复请联系运营公司");
        });
        if (new HashSet<>(lotCodes).size() < lotCodes.size()) {
            refuse("同一个停车场被选择了两次，请只选一次");
        }
        for (int position = 0; position < lotCodes.size(); position++) {
            jdbc.sql("INSERT INTO intended_lot (application_no, list_position, lot_code) VALUES (?, ?, ?)")
                    .params(no, position, lotCodes.get(position))
                    .update();
        }
    }

    private static void refuse(String message) {
        throw new InvalidFields(message, Map.of("lotCodes", message));
    }
}
