package cn.citybrain.parking.onboarding.parking.trace;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.parking.TraceProperties;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code lot_call}: written with every answer, in the caller's transaction. Of each kind of call the newest stay: a node
 * tidies up after as many as are kept, so a list is never longer than twice that.
 */
@Component
public class CallTrace {

    private static final int LONGEST_NAME = 32;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final TraceProperties limits;
    private final Clock clock;
    private final Map<String, Integer> written = new ConcurrentHashMap<>();
    /** Who knows an accessID alone must not fill its lots' lists. */
    private final PerMinute unproven;

    CallTrace(JdbcClient jdbc, FieldCipher cipher, TraceProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.limits = limits;
        this.clock = clock;
        this.unproven = new PerMinute(limits.unprovenPerMinute(), clock);
    }

    /**
     * The visit is the one that the call names, or else that of the message which it confirms, or of its bill.
     *
     * @param sentence what the lot was told
     * @param warnings what was odd in it, null if nothing
     */
    public void add(String lotCode, Arrived arrived, int resultCode, String sentence, String warnings) {
        if (!arrived.proven() && !unproven.permits(lotCode)) {
            return;
        }
        String call = arrived.call()
                .substring(0, Math.min(LONGEST_NAME, arrived.call().length()));
        jdbc.sql("""
            INSERT INTO lot_call (lot_code, received_at, call_name, proven, uid, bill_no, plate_no, result_code, sentence,
                warnings, body)
            VALUES (?, ?, ?, ?, COALESCE(?,
                (SELECT COALESCE(m.uid, t.uid) FROM lot_message m LEFT JOIN bill t ON t.id = m.bill_id
                    WHERE m.request_id = ? AND m.lot_code = ?),
                (SELECT b.uid FROM bill b WHERE b.lot_code = ? AND b.bill_no = ?)), ?, ?, ?, ?, ?, ?)\
            """)
                .params(lotCode, SqlTime.of(clock.instant()), call, arrived.proven())
                .params(arrived.uid(), arrived.requestId(), lotCode, lotCode, arrived.billNo(), arrived.billNo())
                .params(closed(lotCode, "plate_no", arrived.plateNo()), resultCode, sentence, warnings)
                .params(closed(lotCode, "body", arrived.body()))
                .update();
        if (written.merge(lotCode + "/" + call, 1, Integer::sum) % limits.perCall() == 0) {
            forgetOldest(lotCode, call);
        }
    }

    private void forgetOldest(String lotCode, String call) {
        jdbc.sql("""
            DELETE FROM lot_call WHERE lot_code = ? AND call_name = ? AND id <= (SELECT id FROM lot_call
                WHERE lot_code = ? AND call_name = ? ORDER BY id DESC OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY)\
            """).params(lotCode, call, lotCode, call, limits.perCall()).update();
    }

    /** Forgets so many of those that arrived before; returns how many there were. */
    int forget(Instant before, int atMost) {
        return jdbc.sql("""
            DELETE FROM lot_call WHERE id IN (SELECT id FROM lot_call WHERE received_at < ?
                ORDER BY received_at FETCH FIRST ? ROWS ONLY)\
            """).params(SqlTime.of(before), atMost).update();
    }

    private String closed(String lotCode, String column, String value) {
        return value == null ? null : cipher.encrypt(value, context(lotCode, column));
    }

    static String context(String lotCode, String column) {
        return "lot_call:" + column + ":" + lotCode;
    }
}
