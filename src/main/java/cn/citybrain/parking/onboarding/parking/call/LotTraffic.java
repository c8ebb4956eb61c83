package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.Retrying;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import cn.citybrain.parking.onboarding.parking.trace.Arrived;
import cn.citybrain.parking.onboarding.parking.trace.CallTrace;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Which calls of the interface a lot has made, and how they went. */
@NamedInterface("services")
@Component
public class LotTraffic {

    /** Stands for requests that name the lot's accessID but whose signature or cipher is wrong. */
    public static final String ENVELOPE = "envelope";

    private static final int LONGEST_SENTENCE = 500;

    private final JdbcClient jdbc;
    private final Retrying retrying;
    private final CallTrace trace;
    private final Clock clock;

    LotTraffic(JdbcClient jdbc, Retrying retrying, CallTrace trace, Clock clock) {
        this.jdbc = jdbc;
        this.retrying = retrying;
        this.trace = trace;
        this.clock = clock;
    }

    /** One row per call that was tried, in the order of the specification. */
    public List<CallSeen> of(String lotCode) {
        return jdbc
                .sql("SELECT * FROM lot_traffic WHERE lot_code = ?")
                .param(lotCode)
                .query(LotTraffic::callSeen)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(LotTraffic::place))
                .toList();
    }

    /**
     * @param sentence what the lot was told, in Chinese
     * @param warnings in Chinese, what was odd in it
     */
    void accepted(String lotCode, Arrived arrived, String sentence, List<String> warnings) {
        String call = arrived.call();
        String said = warnings.isEmpty() ? null : cut(String.join("；", warnings));
        retrying.inTransaction(() -> {
            trace.add(lotCode, arrived, ResultCode.OK, cut(sentence), said);
            ensureRow(lotCode, call);
            OffsetDateTime now = SqlTime.of(clock.instant());
            boolean odd = said != null;
            return jdbc.sql("""
                UPDATE lot_traffic SET first_ok_at = COALESCE(first_ok_at, ?), last_ok_at = ?,
                    ok_count = ok_count + 1, correct = TRUE,
                    last_warning_at = COALESCE(?, last_warning_at), last_warning = COALESCE(?, last_warning),
                    warning_count = warning_count + ?
                WHERE lot_code = ? AND call_name = ?\
                """)
                    .params(now, now, odd ? now : null, said, odd ? 1 : 0)
                    .params(lotCode, call)
                    .update();
        });
    }

    /** Counted as of the envelope where nobody proved to have sent it. */
    void refused(String lotCode, Arrived arrived, int resultCode, String sentence) {
        String call = arrived.proven() ? arrived.call() : ENVELOPE;
        retrying.inTransaction(() -> {
            trace.add(lotCode, arrived, resultCode, cut(sentence), null);
            ensureRow(lotCode, call);
            return jdbc.sql("""
                UPDATE lot_traffic SET last_error_at = ?, last_error = ?, error_count = error_count + 1,
                    correct = FALSE
                WHERE lot_code = ? AND call_name = ?\
                """)
                    .params(SqlTime.of(clock.instant()), cut(sentence), lotCode, call)
                    .update();
        });
    }

    /** Never through a character: half of one cannot be stored everywhere. */
    private static String cut(String sentence) {
        int end = Math.min(LONGEST_SENTENCE, sentence.length());
        boolean half = end < sentence.length() && Character.isHighSurrogate(sentence.charAt(end - 1));
        return sentence.substring(0, half ? end - 1 : end);
    }

    private void ensureRow(String lotCode, String call) {
        jdbc.sql("""
            INSERT INTO lot_traffic (lot_code, call_name, ok_count, error_count, correct)
            SELECT CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(32)), 0, 0, FALSE FROM (VALUES (1)) one (x)
            WHERE NOT EXISTS (SELECT 1 FROM lot_traffic WHERE lot_code = ? AND call_name = ?)\
            """).params(lotCode, call, lotCode, call).update();
    }

    private static int place(CallSeen seen) {
        return LotCall.named(seen.call()).map(Enum::ordinal).orElse(-1);
    }

    private static CallSeen callSeen(ResultSet row, int n) throws SQLException {
        String call = row.getString("call_name");
        return new CallSeen(
                call,
                LotCall.named(call).map(LotCall::title).orElse("身份验证"),
                SqlTime.read(row, "first_ok_at"),
                SqlTime.read(row, "last_ok_at"),
                row.getInt("ok_count"),
                SqlTime.read(row, "last_error_at"),
                row.getString("last_error"),
                row.getInt("error_count"),
                SqlTime.read(row, "last_warning_at"),
                row.getString("last_warning"),
                row.getInt("warning_count"),
                row.getBoolean("correct"));
    }
}
