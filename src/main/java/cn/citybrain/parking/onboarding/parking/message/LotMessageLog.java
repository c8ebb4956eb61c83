package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What a lot was told, and whether it said that it understood. */
@NamedInterface("services")
@Component
public class LotMessageLog {

    private static final String ABOUT = "SELECT m.*, COALESCE(m.uid, b.uid) AS visit, b.bill_no FROM lot_message m"
            + " LEFT JOIN bill b ON b.id = m.bill_id WHERE m.lot_code = :lot";

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

    /**
     * A message with the visit that it is about.
     *
     * @param uid null if it is about none: the answer to a lot that asked about a plate
     * @param billNo null if it is about no bill
     */
    @NamedInterface("services")
    public record About(@JsonUnwrapped Told told, String uid, String billNo) {}

    /** Messages to a lot since then, newest first. @param since null: all that are kept */
    public List<About> page(String lotCode, Instant since, int page, int size) {
        return since(
                        jdbc.sql(ABOUT + later(since)
                                + " ORDER BY m.id DESC OFFSET :from ROWS FETCH FIRST :size ROWS ONLY"),
                        since)
                .param("lot", lotCode)
                .param("from", (long) (page - 1) * size)
                .param("size", size)
                .query(LotMessageLog::about)
                .list();
    }

    /** How many there are. */
    public long count(String lotCode, Instant since) {
        return since(jdbc.sql("SELECT count(*) FROM lot_message m WHERE m.lot_code = :lot" + later(since)), since)
                .param("lot", lotCode)
                .query(Long.class)
                .single();
    }

    /** What a lot was told about these visits and their bills, oldest first. */
    public List<About> ofVisits(String lotCode, Instant since, Collection<String> uids) {
        if (uids.isEmpty()) {
            return List.of();
        }
        // two questions, each with its index
        return since(
                        jdbc.sql("SELECT * FROM (" + ABOUT + later(since) + " AND m.uid IN (:uids) UNION ALL " + ABOUT
                                + later(since) + " AND m.uid IS NULL AND m.bill_id IN (SELECT id FROM bill"
                                + " WHERE lot_code = :lot AND uid IN (:uids))) told ORDER BY id"),
                        since)
                .param("lot", lotCode)
                .param("uids", uids)
                .query(LotMessageLog::about)
                .list();
    }

    /** What a message says, as JSON; empty if the lot has no such message since then. */
    public Optional<String> content(String lotCode, Instant since, String requestId) {
        return since(
                        jdbc.sql("SELECT m.content FROM lot_message m WHERE m.lot_code = :lot AND m.request_id = :id"
                                + later(since)),
                        since)
                .param("lot", lotCode)
                .param("id", requestId)
                .query(String.class)
                .optional();
    }

    private static String later(Instant since) {
        return since == null ? "" : " AND m.created_at >= :since";
    }

    private static StatementSpec since(StatementSpec statement, Instant since) {
        return since == null ? statement : statement.param("since", SqlTime.of(since));
    }

    private static About about(ResultSet row, int n) throws SQLException {
        return new About(told(row, n), row.getString("visit"), row.getString("bill_no"));
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
