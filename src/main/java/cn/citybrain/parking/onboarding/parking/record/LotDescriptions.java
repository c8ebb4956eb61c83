package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Retrying;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest description and state that each lot gave of itself, by its uploadTime: what comes late changes nothing. */
@Component
public class LotDescriptions {

    private final JdbcClient jdbc;
    private final Retrying retrying;
    private final ObjectMapper json;
    private final Clock clock;

    LotDescriptions(JdbcClient jdbc, Retrying retrying, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.retrying = retrying;
        this.json = json;
        this.clock = clock;
    }

    public void describe(String lotCode, LotRecord info) {
        replaceOlder("parking_info", lotCode, info, () -> jdbc.sql("""
                        INSERT INTO parking_info (lot_code, parking_name, content, uploaded_at, received_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        lotCode,
                        info.text("parkingName"),
                        content(info),
                        SqlTime.of(info.time("uploadTime")),
                        SqlTime.of(clock.instant()))
                .update());
    }

    public void report(String lotCode, LotRecord state) {
        replaceOlder("parking_state", lotCode, state, () -> jdbc.sql("""
                        INSERT INTO parking_state (lot_code, total_berths, open_berths, free_berths, uploaded_at,
                            content, received_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        lotCode,
                        state.number("totalBerthNum"),
                        state.number("openBerthNum"),
                        state.number("freeBerthNum"),
                        SqlTime.of(state.time("uploadTime")),
                        content(state),
                        SqlTime.of(clock.instant()))
                .update());
    }

    private void replaceOlder(String table, String lotCode, LotRecord record, Runnable insert) {
        retrying.inTransaction(() -> {
            jdbc.sql("DELETE FROM " + table + " WHERE lot_code = ? AND uploaded_at <= ?")
                    .params(lotCode, SqlTime.of(record.time("uploadTime")))
                    .update();
            boolean newerKnown = jdbc.sql("SELECT count(*) FROM " + table + " WHERE lot_code = ?")
                            .param(lotCode)
                            .query(Integer.class)
                            .single()
                    > 0;
            if (!newerKnown) {
                insert.run();
            }
            return null;
        });
    }

    private String content(LotRecord sent) {
        try {
            return json.writeValueAsString(sent.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
