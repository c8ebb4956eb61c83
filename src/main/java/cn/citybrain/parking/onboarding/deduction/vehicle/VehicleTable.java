package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code test_vehicle}. */
@Component
public class VehicleTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    VehicleTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the plate is registered at this lot */
    long add(LotBinding binding, Plate plate, String by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO test_vehicle (active_key, binding_id, lot_code, channel, plate_no, plate_color, payer_id,"
                        + " agreement, agreement_text, registered_by, registered_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'UNASKED', '尚未向渠道查询签约状态', ?, ?)")
                .params(activeKey(binding.lotCode(), plate.number()), binding.id(), binding.lotCode())
                .params(
                        binding.channel(),
                        plate.number(),
                        plate.color(),
                        plate.payerId(),
                        by,
                        OffsetDateTime.now(clock))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    boolean end(long id, String by) {
        return jdbc.sql("UPDATE test_vehicle SET active_key = NULL, removed_by = ?, removed_at = ?"
                                + " WHERE id = ? AND active_key IS NOT NULL")
                        .params(by, OffsetDateTime.now(clock), id)
                        .update()
                == 1;
    }

    void agreement(long id, AgreementState state, String text) {
        jdbc.sql("UPDATE test_vehicle SET agreement = ?, agreement_text = ?, agreement_at = ? WHERE id = ?")
                .params(state.name(), Typed.cut(text, 500))
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    public Optional<TestVehicle> active(long id) {
        return jdbc.sql("SELECT * FROM test_vehicle WHERE id = ? AND active_key IS NOT NULL")
                .param(id)
                .query(VehicleTable::row)
                .optional();
    }

    /** The valid registration of a plate at a lot, however it is written; what is no plate matches none. */
    public Optional<TestVehicle> active(String lotCode, String plateNo) {
        return PlateNumber.read(plateNo).flatMap(plate -> jdbc.sql("SELECT * FROM test_vehicle WHERE active_key = ?")
                .param(activeKey(lotCode, plate.number()))
                .query(VehicleTable::row)
                .optional());
    }

    /**
     * The registration under which a bill was taken in, also when it has ended since: the newest one that had begun by then.
     */
    public Optional<TestVehicle> admitting(Bill bill) {
        return jdbc.sql("SELECT * FROM test_vehicle WHERE lot_code = ? AND plate_no = ? AND registered_at <= ?"
                        + " ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .params(bill.lotCode(), bill.plateNo(), SqlTime.of(bill.receivedAt()))
                .query(VehicleTable::row)
                .optional()
                .or(() -> active(bill.lotCode(), bill.plateNo()));
    }

    List<TestVehicle> of(long bindingId) {
        return jdbc.sql("SELECT * FROM test_vehicle WHERE binding_id = ? AND active_key IS NOT NULL ORDER BY id")
                .param(bindingId)
                .query(VehicleTable::row)
                .list();
    }

    Map<Long, Instant> firstRegistered(Collection<Long> bindingIds) {
        Map<Long, Instant> first = new HashMap<>();
        if (!bindingIds.isEmpty()) {
            jdbc.sql("SELECT binding_id, min(registered_at) AS registered_at FROM test_vehicle"
                            + " WHERE binding_id IN (:ids) AND active_key IS NOT NULL GROUP BY binding_id")
                    .param("ids", bindingIds)
                    .query((row, n) -> first.put(row.getLong("binding_id"), SqlTime.read(row, "registered_at")))
                    .list();
        }
        return first;
    }

    /** Every registration at these lots, the ended ones too, newest first. */
    public List<Registration> everAt(Collection<String> lotCodes) {
        return lotCodes.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM test_vehicle WHERE lot_code IN (:codes) ORDER BY id DESC")
                        .param("codes", lotCodes)
                        .query((row, n) -> new Registration(row(row, n), row.getString("active_key") != null))
                        .list();
    }

    /** @param active whether it has not ended */
    public record Registration(TestVehicle vehicle, boolean active) {

        private boolean names(Bill bill) {
            return vehicle.lotCode().equals(bill.lotCode())
                    && vehicle.plate().number().equals(bill.plateNo());
        }
    }

    /** As {@link #admitting(Bill)}, among all registrations of the lot, newest first. */
    public static Optional<TestVehicle> admitting(Bill bill, List<Registration> all) {
        List<Registration> same =
                all.stream().filter(found -> found.names(bill)).toList();
        return same.stream()
                .filter(found -> !found.vehicle().registeredAt().isAfter(bill.receivedAt()))
                .findFirst()
                .or(() -> same.stream().filter(Registration::active).findFirst())
                .map(Registration::vehicle);
    }

    private static String activeKey(String lotCode, String plateNo) {
        return lotCode + "|" + plateNo;
    }

    private static TestVehicle row(ResultSet row, int n) throws SQLException {
        return new TestVehicle(
                row.getLong("id"),
                row.getLong("binding_id"),
                row.getString("lot_code"),
                row.getString("channel"),
                new Plate(row.getString("plate_no"), row.getInt("plate_color"), row.getString("payer_id")),
                AgreementState.valueOf(row.getString("agreement")),
                row.getString("agreement_text"),
                SqlTime.read(row, "agreement_at"),
                row.getString("registered_by"),
                SqlTime.read(row, "registered_at"));
    }
}
