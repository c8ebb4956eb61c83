package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Retrying;
import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every record once. The same record again is answered as the first time; the same identity with other content is
 * kept as a conflict and refused, and what arrived first stays.
 */
@Component
public class RecordShelf {

    private final JdbcClient jdbc;
    private final Retrying retrying;
    private final ObjectMapper json;
    private final Clock clock;

    RecordShelf(JdbcClient jdbc, Retrying retrying, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.retrying = retrying;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param idField field that identifies the record among those of its lot and call
     * @param firstTime runs in the storing transaction, only if the record is new
     * @throws LotRefusal 409 on other content
     */
    public void keep(LotRecord record, String lotCode, String idField, Runnable firstTime) {
        keep(record, lotCode, idField, () -> record.text(idField), key -> firstTime.run());
    }

    /**
     * The same for a record that its field alone does not identify.
     *
     * @param identity what does, asked in the storing transaction
     * @param firstTime gets it
     */
    public void keep(
            LotRecord record, String lotCode, String idField, Supplier<String> identity, Consumer<String> firstTime) {
        String digest = Sha256.of(write(record.statement()));
        List<String> equal = List.of(digest, Sha256.of(write(record.statementInItsWords())));
        boolean same = retrying.inTransaction(() -> {
            String key = identity.get();
            Optional<String> kept = digestOf(record.call(), lotCode, key);
            if (kept.isEmpty()) {
                insert("lot_record", record, lotCode, key, digest);
                firstTime.accept(key);
                return true;
            }
            if (!equal.contains(kept.get())) {
                keepConflict(record, lotCode, key, digest);
            }
            return equal.contains(kept.get());
        });
        if (!same) {
            throw new LotRefusal(
                    ResultCode.CONFLICT,
                    "编号为 " + record.text(idField) + " 的" + record.call().title() + "已经收到过，但内容不同；平台保留先收到的内容，请核对 "
                            + idField);
        }
    }

    private Optional<String> digestOf(LotCall call, String lotCode, String key) {
        return jdbc.sql("SELECT digest FROM lot_record WHERE lot_code = ? AND call_name = ? AND record_key = ?")
                .params(lotCode, call.wireName(), key)
                .query(String.class)
                .optional();
    }

    private void keepConflict(LotRecord record, String lotCode, String key, String digest) {
        boolean known = jdbc.sql("""
                        SELECT count(*) FROM record_conflict
                        WHERE lot_code = ? AND call_name = ? AND record_key = ? AND digest = ?""")
                        .params(lotCode, record.call().wireName(), key, digest)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            insert("record_conflict", record, lotCode, key, digest);
        }
    }

    private void insert(String table, LotRecord record, String lotCode, String key, String digest) {
        jdbc.sql("INSERT INTO " + table + """
                 (lot_code, call_name, record_key, digest, content, received_at) VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        lotCode,
                        record.call().wireName(),
                        key,
                        digest,
                        write(record.content()),
                        SqlTime.of(clock.instant()))
                .update();
    }

    private String write(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
