package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.TestedVisits;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the lots sent about the visits that were tested: entries, exits, photos, bills, claims of payment. */
@Component
class StaysRecorded implements Chapter {

    private final JdbcClient jdbc;

    StaysRecorded(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return Stream.of(
                        rows(subject, "stay", StaysRecorded::entry),
                        rows(subject, "stay", StaysRecorded::exit),
                        rows(subject, "photo", StaysRecorded::photo),
                        rows(subject, "bill", StaysRecorded::bill),
                        rows(subject, "pay_claim", StaysRecorded::claim))
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }

    /** One row in words; null where it says nothing. */
    @FunctionalInterface
    private interface Words {
        Entry of(ResultSet row) throws SQLException;
    }

    private List<Entry> rows(Subject subject, String table, Words words) {
        String columns = table.equals("photo")
                ? "t.id, t.lot_code, t.uid, t.photo_type, t.taken_at, t.sha256, t.received_at"
                : "t.*";
        List<Entry> told = new ArrayList<>();
        jdbc.sql("SELECT " + columns + " FROM " + table + " t JOIN (" + TestedVisits.QUERY
                        + ") v ON v.lot_code = t.lot_code AND v.uid = t.uid")
                .param("bindings", subject.bindingIds())
                .query(row -> {
                    told.add(words.of(row));
                });
        return told;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Instant received = SqlTime.read(row, "entry_received_at");
        return received == null
                ? null
                : about(row, received, "收到入场记录")
                        .fact("车牌", row.getString("entry_plate"))
                        .fact("入场时间", SqlTime.read(row, "entered_at"))
                        .from("stay", row.getLong("id"));
    }

    private static Entry exit(ResultSet row) throws SQLException {
        Instant received = SqlTime.read(row, "exit_received_at");
        return received == null
                ? null
                : about(row, received, "收到出场记录")
                        .fact("车牌", row.getString("exit_plate"))
                        .fact("出场时间", SqlTime.read(row, "left_at"))
                        .yuan("应收", row.getObject("exit_fee", Integer.class))
                        .from("stay", row.getLong("id"));
    }

    private static Entry photo(ResultSet row) throws SQLException {
        return about(row, SqlTime.read(row, "received_at"), row.getInt("photo_type") == 1 ? "收到入场照片" : "收到出场照片")
                .fact("拍摄时间", SqlTime.read(row, "taken_at"))
                .fact("SHA-256", row.getString("sha256"))
                .from("photo", row.getLong("id"));
    }

    private static Entry bill(ResultSet row) throws SQLException {
        return about(row, SqlTime.read(row, "received_at"), "收到账单，申请扣款")
                .fact("账单号", row.getString("bill_no"))
                .fact("车牌", row.getString("plate_no"))
                .fact("入场时间", SqlTime.read(row, "arrived_at"))
                .fact("离场时间", SqlTime.read(row, "left_at"))
                .yuan("金额", row.getInt("amount"))
                .from("bill", row.getLong("id"));
    }

    private static Entry claim(ResultSet row) throws SQLException {
        return about(row, SqlTime.read(row, "received_at"), "停车场上报已缴费（不作为扣款依据）")
                .fact("账单号", row.getString("bill_no"))
                .fact("车牌", row.getString("plate_no"))
                .yuan("应收", row.getObject("should_pay", Integer.class))
                .yuan("实收", row.getObject("actual_pay", Integer.class))
                .from("pay_claim", row.getLong("id"));
    }

    private static Told about(ResultSet row, Instant received, String title) throws SQLException {
        return Told.at(received, Kind.RECORD, title)
                .lot(row.getString("lot_code"))
                .fact("停车流水号", row.getString("uid"));
    }
}
