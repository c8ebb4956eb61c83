package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes entry and exit into the one row of their visit. */
@Component
public class Stays {

    private final JdbcClient jdbc;

    Stays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts the visit's row unless it is there. Two at once: one of them gets a duplicate key and must try again. */
    public void ensure(String lotCode, String uid) {
        boolean there = jdbc.sql("SELECT count(*) FROM stay WHERE lot_code = ? AND uid = ?")
                        .params(lotCode, uid)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!there) {
            jdbc.sql("INSERT INTO stay (lot_code, uid) VALUES (?, ?)")
                    .params(lotCode, uid)
                    .update();
        }
    }

    public void enter(String lotCode, LotRecord entry, Instant receivedAt) {
        ensure(lotCode, entry.text("uid"));
        jdbc.sql("""
                UPDATE stay SET entry_plate = :plate, entry_plate_sent = :sent, entry_plate_color = :color, entered_at = :entered,
                    entry_received_at = :received
                WHERE lot_code = :lot AND uid = :uid""")
                .param("plate", entry.plate())
                .param("sent", entry.otherSpelling())
                .param("color", entry.number("plateColor"))
                .param("entered", SqlTime.of(entry.time("arriveTime")))
                .param("received", SqlTime.of(receivedAt))
                .param("lot", lotCode)
                .param("uid", entry.text("uid"))
                .update();
    }

    public void leave(String lotCode, LotRecord exit, Instant receivedAt) {
        ensure(lotCode, exit.text("uid"));
        jdbc.sql("""
                UPDATE stay SET exit_plate = :plate, exit_plate_color = :color, exit_arrive_time = :arrived,
                    left_at = :left, exit_received_at = :received, exit_fee = :fee, exit_paid_type = :paidType
                WHERE lot_code = :lot AND uid = :uid""")
                .param("plate", exit.plate())
                .param("color", exit.number("plateColor"))
                .param("arrived", SqlTime.of(exit.time("arriveTime")))
                .param("left", SqlTime.of(exit.time("endTime")))
                .param("received", SqlTime.of(receivedAt))
                .param("fee", exit.number("shouldPay"))
                .param("paidType", exit.number("paidType"))
                .param("lot", lotCode)
                .param("uid", exit.text("uid"))
                .update();
    }
}
