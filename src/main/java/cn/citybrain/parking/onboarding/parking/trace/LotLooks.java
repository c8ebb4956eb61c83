package cn.citybrain.parking.onboarding.parking.trace;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Table {@code lot_look}: who opened what a lot sent or was told, and when. Appended, never changed. */
@NamedInterface("services")
@Component
public class LotLooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    LotLooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void atCall(String lotCode, long id, String by) {
        add(lotCode, "CALL", String.valueOf(id), by);
    }

    public void atMessage(String lotCode, String requestId, String by) {
        add(lotCode, "MESSAGE", requestId, by);
    }

    private void add(String lotCode, String kind, String subject, String by) {
        jdbc.sql("INSERT INTO lot_look (lot_code, kind, subject, looked_by, looked_at) VALUES (?, ?, ?, ?, ?)")
                .params(lotCode, kind, subject, by, SqlTime.of(clock.instant()))
                .update();
    }
}
