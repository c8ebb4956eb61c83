package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What a lot was told, and whether it said that it understood. */
@NamedInterface("services")
@Component
public class LotMessageLog {

    private final JdbcClient jdbc;

    LotMessageLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message without its content, which names a plate.
     *
     * @param topic {@code departurePayInfo} or {@code payResult}
     * @param deliveries how often it went out by MQTT
     * @param deliveredAt when it last did, null before
     * @param nextDeliveryAt when it goes out next, null: not by MQTT, or no more
     * @param confirmedAt null while the lot has not confirmed it
     * @param confirmedSuccess what the lot said of it, null before
     * @param withdrawnAt when it was no longer true, null if it is
     * @param lastError why the broker did not take it, null if it did
     */
    @NamedInterface("services")
    public record Told(
            String requestId,
            String topic,
            Instant createdAt,
            int deliveries,
            Instant deliveredAt,
            Instant nextDeliveryAt,
            Instant confirmedAt,
            Boolean confirmedSuccess,
            Instant withdrawnAt,
            String lastError) {}

    /** The newest messages, newest first. */
    public List<Told> recent(String lotCode, int limit) {
        return jdbc.sql("SELECT * FROM lot_message WHERE lot_code = ? ORDER BY id DESC FETCH FIRST " + limit
                        + " ROWS ONLY")
                .param(lotCode)
                .query(LotMessageLog::told)
                .list();
    }

    private static Told told(ResultSet row, int n) throws SQLException {
        return new Told(
                row.getString("request_id"),
                row.getString("topic"),
                SqlTime.read(row, "created_at"),
                row.getInt("deliveries"),
                SqlTime.read(row, "delivered_at"),
                SqlTime.read(row, "next_delivery_at"),
                SqlTime.read(row, "confirmed_at"),
                row.getObject("confirmed_success", Boolean.class),
                SqlTime.read(row, "withdrawn_at"),
                row.getString("last_error"));
    }
}
