package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.Remark;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The remarks: only ever appended. */
@Component
public class Remarks {

    private static final int REASON_LENGTH = 2000;

    private final JdbcClient jdbc;
    private final ApplicationRows rows;

    Remarks(JdbcClient jdbc, ApplicationRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public void add(Application application, FieldIssue issue, RemarkSource source, String author) {
        String reason = issue.reason();
        jdbc.sql("INSERT INTO field_remark (application_no, revision, field_key, reason, source, author, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(application.no(), application.revision(), issue.fieldKey())
                .params(
                        reason.substring(0, Math.min(REASON_LENGTH, reason.length())),
                        source.name(),
                        author,
                        rows.now())
                .update();
        rows.changed(application.no());
    }

    /** Oldest first. */
    public List<Remark> of(String no) {
        return jdbc.sql("SELECT * FROM field_remark WHERE application_no = ? ORDER BY id")
                .param(no)
                .query((row, n) -> new Remark(
                        row.getInt("revision"),
                        row.getString("field_key"),
                        row.getString("reason"),
                        RemarkSource.valueOf(row.getString("source")),
                        row.getString("author"),
                        SqlTime.read(row, "created_at")))
                .list();
    }

    /** Those on the newest revision. */
    public List<Remark> current(Application application) {
        return of(application.no()).stream()
                .filter(remark -> remark.revision() == application.revision())
                .toList();
    }
}
