package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of payment requests. */
@Component
public class Bills {

    private final JdbcClient jdbc;
    private final Clock clock;

    Bills(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the bill's id in our tables. */
    public long add(String lotCode, LotRecord request) {
        jdbc.sql("""
            INSERT INTO bill (lot_code, uid, bill_no, plate_no, plate_sent, plate_color, arrived_at, left_at, billed_at, amount,
                pay_status, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(
                        lotCode,
                        request.text("uid"),
                        request.text("billID"),
                        request.plate(),
                        request.otherSpelling(),
                        request.number("plateColor"),
                        SqlTime.of(request.time("arriveTime")),
                        SqlTime.of(request.time("endTime")),
                        SqlTime.of(request.time("billTime")),
                        request.number("shouldPay"),
                        payStatus(request),
                        SqlTime.of(clock.instant()))
                .update();
        return byNo(lotCode, request.text("billID")).orElseThrow().id();
    }

    private static int payStatus(LotRecord request) {
        Integer payStatus = request.number("payStatus");
        if (payStatus == null) {
            return request.asSent("payStatus") == null ? 0 : Bill.UNREADABLE;
        }
        return payStatus;
    }

    Optional<Bill> byId(long id) {
        return where("id = ?", id).stream().findFirst();
    }

    public Optional<Bill> byNo(String lotCode, String billNo) {
        return where("lot_code = ? AND bill_no = ?", lotCode, billNo).stream().findFirst();
    }

    List<Bill> open(String lotCode) {
        return where("lot_code = ? AND consumed_by IS NULL", lotCode);
    }

    List<Bill> open(Collection<String> lotCodes, Collection<String> plates) {
        return jdbc.sql("SELECT * FROM bill WHERE lot_code IN (:codes) AND plate_no IN (:plates)"
                        + " AND consumed_by IS NULL ORDER BY id")
                .param("codes", lotCodes)
                .param("plates", plates)
                .query(Bills::bill)
                .list();
    }

    List<Bill> ofStay(String lotCode, String uid) {
        return where("lot_code = ? AND uid = ?", lotCode, uid);
    }

    List<Bill> ofStays(String lotCode, Collection<String> uids) {
        return jdbc.sql("SELECT * FROM bill WHERE lot_code = :lot AND uid IN (:uids) ORDER BY id")
                .param("lot", lotCode)
                .param("uids", uids)
                .query(Bills::bill)
                .list();
    }

    boolean consume(long billId, long bindingId) {
        return jdbc.sql("UPDATE bill SET consumed_by = ? WHERE id = ? AND (consumed_by IS NULL OR consumed_by = ?)")
                        .params(bindingId, billId, bindingId)
                        .update()
                == 1;
    }

    private List<Bill> where(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM bill WHERE " + condition + " ORDER BY id")
                .params(values)
                .query(Bills::bill)
                .list();
    }

    private static Bill bill(ResultSet row, int n) throws SQLException {
        String plateSent = row.getString("plate_sent");
        return new Bill(
                row.getLong("id"),
                row.getString("lot_code"),
                row.getString("uid"),
                row.getString("bill_no"),
                row.getString("plate_no"),
                plateSent == null ? row.getString("plate_no") : plateSent,
                row.getObject("plate_color", Integer.class),
                SqlTime.read(row, "arrived_at"),
                SqlTime.read(row, "left_at"),
                SqlTime.read(row, "billed_at"),
                row.getInt("amount"),
                row.getInt("pay_status"),
                SqlTime.read(row, "received_at"),
                row.getObject("consumed_by", Long.class));
    }
}
