package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.Unclear;
import cn.citybrain.parking.onboarding.audit.look.Looks;
import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Bill;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the visits of a vehicle on a day: eight statements, however many there are, and a look at each application that they
 * belong to.
 */
@Component
class VisitSearch {

    /** As a lot reported it: an entry and an exit, or a bill alone whose entry and exit never came. */
    private static final String VISITS = "SELECT k.lot_code, k.uid, l.name AS lot_name, s.entered_at, s.left_at,"
            + " b.id AS bill_id, b.bill_no, b.amount, b.billed_at, b.received_at"
            + " FROM (SELECT s.lot_code, s.uid FROM stay s WHERE s.entry_plate = :plate"
            + " UNION SELECT s.lot_code, s.uid FROM stay s WHERE s.exit_plate = :plate"
            + " UNION SELECT b.lot_code, b.uid FROM bill b WHERE b.plate_no = :plate) k"
            + " LEFT JOIN stay s ON s.lot_code = k.lot_code AND s.uid = k.uid"
            + " LEFT JOIN bill b ON b.lot_code = k.lot_code AND b.uid = k.uid"
            + " LEFT JOIN parking_lot l ON l.code = k.lot_code"
            + " WHERE COALESCE(s.entered_at, b.arrived_at, s.left_at) < :end"
            + " AND COALESCE(s.left_at, b.left_at, s.entered_at) >= :start"
            + " ORDER BY COALESCE(s.entered_at, b.arrived_at, s.left_at), k.lot_code, k.uid, b.id";

    private final JdbcClient jdbc;
    private final VisitTests tests;
    private final Looks looks;
    private final Clock clock;

    VisitSearch(JdbcClient jdbc, VisitTests tests, Looks looks, Clock clock) {
        this.jdbc = jdbc;
        this.tests = tests;
        this.looks = looks;
        this.clock = clock;
    }

    /** @param billId null without one */
    record Seen(VisitOnRecord visit, Long billId) {}

    /**
     * Those that touch the day, the earliest first.
     *
     * @param by who asks: their look becomes part of the stories
     * @throws Unclear if plate or day is missing or none
     */
    List<VisitOnRecord> find(String typed, String typedDay, String by) {
        String plate = PlateNumber.read(typed)
                .orElseThrow(() -> new Unclear("plate", "请输入完整的车牌号码，例如 浙A12345"))
                .number();
        LocalDate day = Days.read("day", typedDay);
        if (day == null) {
            throw new Unclear("day", "请选择日期");
        }
        List<Seen> seen = jdbc.sql(VISITS)
                .param("plate", plate)
                .param("start", Days.begin(day, clock.getZone()))
                .param("end", Days.end(day, clock.getZone()))
                .query((row, n) -> visit(row, plate))
                .list();
        List<VisitOnRecord> visits = tests.with(plate, seen);
        visits.stream()
                .flatMap(visit -> visit.tests().stream())
                .map(VisitOnRecord.Test::applicationNo)
                .distinct()
                .forEach(number -> looks.opened(number, by));
        return visits;
    }

    private static Seen visit(ResultSet row, String plate) throws SQLException {
        Long bill = row.getObject("bill_id", Long.class);
        return new Seen(
                new VisitOnRecord(
                        row.getString("lot_code"),
                        Objects.requireNonNullElse(row.getString("lot_name"), ""),
                        row.getString("uid"),
                        plate,
                        SqlTime.read(row, "entered_at"),
                        SqlTime.read(row, "left_at"),
                        bill == null
                                ? null
                                : new Bill(
                                        row.getString("bill_no"),
                                        row.getInt("amount"),
                                        SqlTime.read(row, "billed_at"),
                                        SqlTime.read(row, "received_at")),
                        List.of()),
                bill);
    }
}
