package cn.citybrain.parking.onboarding.parking.trace;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The calls of a lot, newest first: two statements for a page, whatever is looked for. */
@NamedInterface("services")
@Component
public class TracedCalls {

    private static final String WITHOUT_BODY = "id, received_at, call_name, proven, uid, plate_no, result_code,"
            + " sentence, warnings, body IS NOT NULL AS opened";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    TracedCalls(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * What is looked for.
     *
     * @param since null: everything that is kept
     * @param uid null: of any visit; calls that name a bill of the visit, or confirm a message about it, belong to it
     * @param call null: any
     * @param faults only those that were refused, or in which something was odd
     */
    @NamedInterface("services")
    public record Asked(String lotCode, Instant since, String uid, String call, boolean faults) {}

    /**
     * @param proven false: the sender could not prove who it is, so it may have been anybody who knows the accessID
     * @param uid of the visit that it names or that its message or bill is about, null if that was not known when it arrived
     * @param plateNo in full: whoever shows it decides who sees it; null where it named none
     * @param warnings null if nothing was odd
     * @param opened whether there is a body to be read
     */
    @NamedInterface("services")
    public record TracedCall(
            long id,
            Instant receivedAt,
            String call,
            String title,
            boolean proven,
            String uid,
            String plateNo,
            int resultCode,
            String sentence,
            String warnings,
            boolean opened) {}

    /** @param total of all pages */
    @NamedInterface("services")
    public record Found(List<TracedCall> rows, long total) {}

    public Found page(Asked asked, int page, int size) {
        String where = where(asked);
        List<TracedCall> rows = bound(
                        jdbc.sql("SELECT " + WITHOUT_BODY + where
                                + " ORDER BY id DESC OFFSET :from ROWS FETCH FIRST :size ROWS ONLY"),
                        asked)
                .param("from", (long) (page - 1) * size)
                .param("size", size)
                .query((row, n) -> call(row, asked.lotCode()))
                .list();
        long total = bound(jdbc.sql("SELECT count(*)" + where), asked)
                .query(Long.class)
                .single();
        return new Found(rows, total);
    }

    /** The opened text of one call; empty if the lot has no such call since then, or it could not be opened. */
    public Optional<String> body(String lotCode, Instant since, long id) {
        Asked asked = new Asked(lotCode, since, null, null, false);
        return bound(jdbc.sql("SELECT body" + where(asked) + " AND id = :id AND body IS NOT NULL"), asked)
                .param("id", id)
                .query((row, n) -> cipher.decrypt(row.getString("body"), CallTrace.context(lotCode, "body")))
                .optional();
    }

    private static String where(Asked asked) {
        return " FROM lot_call WHERE lot_code = :lot"
                + (asked.since() == null ? "" : " AND received_at >= :since")
                + (asked.call() == null ? "" : " AND call_name = :call")
                + (asked.faults() ? " AND (result_code <> 200 OR warnings IS NOT NULL)" : "")
                + (asked.uid() == null
                        ? ""
                        : " AND (uid = :uid OR uid IS NULL AND bill_no IN"
                                + " (SELECT b.bill_no FROM bill b WHERE b.lot_code = :lot AND b.uid = :uid))");
    }

    private static StatementSpec bound(StatementSpec statement, Asked asked) {
        StatementSpec bound = statement.param("lot", asked.lotCode());
        bound = asked.since() == null ? bound : bound.param("since", SqlTime.of(asked.since()));
        bound = asked.call() == null ? bound : bound.param("call", asked.call());
        return asked.uid() == null ? bound : bound.param("uid", asked.uid());
    }

    private TracedCall call(ResultSet row, String lotCode) throws SQLException {
        String name = row.getString("call_name");
        String plate = row.getString("plate_no");
        return new TracedCall(
                row.getLong("id"),
                SqlTime.read(row, "received_at"),
                name,
                LotCall.named(name).map(LotCall::title).orElse("没有这个接口"),
                row.getBoolean("proven"),
                row.getString("uid"),
                plate == null ? null : cipher.decrypt(plate, CallTrace.context(lotCode, "plate_no")),
                row.getInt("result_code"),
                row.getString("sentence"),
                row.getString("warnings"),
                row.getBoolean("opened"));
    }
}
