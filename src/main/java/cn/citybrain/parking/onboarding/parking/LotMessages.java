package cn.citybrain.parking.onboarding.parking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lots are told, each under a requestId that the lot confirms. */
@Component
class LotMessages {

    static final String PAY_RESULT = "payResult";
    static final String DEPARTURE_INFO = "departurePayInfo";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    LotMessages(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param content as the lot reads it, without requestId */
    record LotMessage(String requestId, String lotCode, String topic, Map<String, Object> content) {}

    /**
     * The message with this content, written in the caller's transaction unless it is there.
     *
     * @param billId the bill it is about, null if it is about none
     */
    LotMessage write(String lotCode, String topic, Long billId, Map<String, Object> content) {
        String text = write(content);
        String key = topic + ":" + Sha256.of(lotCode + "\n" + billId + "\n" + text);
        return one("dedupe_key = ?", key).orElseGet(() -> {
            String requestId = UUID.randomUUID().toString().replace("-", "");
            jdbc.sql("""
                    INSERT INTO lot_message (request_id, dedupe_key, lot_code, topic, bill_id, content, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .params(requestId, key, lotCode, topic, billId, text, SqlTime.of(clock.instant()))
                    .update();
            return new LotMessage(requestId, lotCode, topic, content);
        });
    }

    Optional<LotMessage> byRequestId(String requestId) {
        return one("request_id = ?", requestId);
    }

    /** The newest message about a bill. */
    Optional<LotMessage> about(long billId) {
        return one("id = (SELECT max(id) FROM lot_message WHERE bill_id = ?)", billId);
    }

    /** The first confirmation counts. What a lot was told of one visit is not the answer for the plate's next visit. */
    void confirm(String requestId, boolean success, String params) {
        jdbc.sql("""
                UPDATE lot_message SET confirmed_at = ?, confirmed_success = ?, confirm_params = ?,
                    dedupe_key = CASE WHEN topic = ? THEN NULL ELSE dedupe_key END
                WHERE request_id = ? AND confirmed_at IS NULL""")
                .params(SqlTime.of(clock.instant()), success, params, DEPARTURE_INFO, requestId)
                .update();
    }

    private Optional<LotMessage> one(String condition, Object value) {
        return jdbc.sql("SELECT * FROM lot_message WHERE " + condition)
                .param(value)
                .query(this::message)
                .optional();
    }

    private LotMessage message(ResultSet row, int n) throws SQLException {
        return new LotMessage(
                row.getString("request_id"),
                row.getString("lot_code"),
                row.getString("topic"),
                read(row.getString("content")));
    }

    private String write(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message in the table is no JSON", e);
        }
    }
}
