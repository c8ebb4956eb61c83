package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code lot_message}: what was said and confirmed. How it goes out is the {@link DeliveryQueue}'s. */
@Component
class MessageTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    MessageTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param billId the bill it is about, null if it is about none
     * @param uid the visit it is about, null if it is about none
     * @param pushed whether it goes out by MQTT, from now on
     * @throws org.springframework.dao.DuplicateKeyException if a message with this key is there
     */
    void insert(String key, LotMessage message, Long billId, String uid, boolean pushed) {
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO lot_message (request_id, dedupe_key, lot_code, topic, bill_id, uid, content, created_at,
                    next_delivery_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(message.requestId(), key, message.lotCode(), message.topic(), billId, uid)
                .params(text(message.content()), SqlTime.of(now), pushed ? SqlTime.of(now) : null)
                .update();
    }

    Optional<LotMessage> byKey(String key) {
        return one("dedupe_key = ?", key);
    }

    Optional<LotMessage> byRequestId(String requestId) {
        return one("request_id = ?", requestId);
    }

    Optional<LotMessage> newestAbout(long billId) {
        return one("id = (SELECT max(id) FROM lot_message WHERE bill_id = ?)", billId);
    }

    /** Whether there is a message about this visit that was not withdrawn. */
    boolean holdsAbout(String lotCode, String uid) {
        return jdbc.sql("SELECT count(*) FROM lot_message WHERE lot_code = ? AND uid = ? AND withdrawn_at IS NULL")
                        .params(lotCode, uid)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param freesKey whether another message may now take its place */
    void confirm(String requestId, boolean success, String params, boolean freesKey) {
        jdbc.sql("""
                UPDATE lot_message SET confirmed_at = ?, confirmed_success = ?, confirm_params = ?,
                    next_delivery_at = NULL, dedupe_key = CASE WHEN ? THEN NULL ELSE dedupe_key END
                WHERE request_id = ? AND confirmed_at IS NULL""")
                .params(SqlTime.of(clock.instant()), success, params, freesKey, requestId)
                .update();
    }

    void withdraw(String requestId) {
        jdbc.sql("""
                UPDATE lot_message SET withdrawn_at = ?, next_delivery_at = NULL, dedupe_key = NULL
                WHERE request_id = ? AND confirmed_at IS NULL""").params(SqlTime.of(clock.instant()), requestId).update();
    }

    /** The same for everything that a lot has not confirmed. */
    void withdrawOf(String lotCode) {
        jdbc.sql("""
                UPDATE lot_message SET withdrawn_at = ?, next_delivery_at = NULL, dedupe_key = NULL
                WHERE lot_code = ? AND confirmed_at IS NULL AND withdrawn_at IS NULL""").params(SqlTime.of(clock.instant()), lotCode).update();
    }

    private Optional<LotMessage> one(String condition, Object value) {
        return jdbc.sql("SELECT * FROM lot_message WHERE " + condition)
                .param(value)
                .query(this::message)
                .optional();
    }

    LotMessage message(ResultSet row, int n) throws SQLException {
        return new LotMessage(
                row.getString("request_id"),
                row.getString("lot_code"),
                row.getString("topic"),
                read(row.getString("content")));
    }

    /** Content as it is kept and sent: JSON. */
    String text(Map<String, Object> content) {
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
