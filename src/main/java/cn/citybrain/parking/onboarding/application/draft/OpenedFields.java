package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The fields that applicants opened besides those that were given back: only ever appended. */
@NamedInterface("services")
@Component
public class OpenedFields {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ApplicationRows rows;

    OpenedFields(JdbcClient jdbc, FieldCipher cipher, ApplicationRows rows) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.rows = rows;
    }

    /**
     * A field that its applicant opened.
     *
     * @param revision the one that was given back
     * @param why the applicant's words; empty when their time is over
     * @param by user id
     */
    @NamedInterface("services")
    public record Opened(long id, int revision, String fieldKey, String why, String by, Instant at) {}

    void add(Application application, String fieldKey, String why, String by) {
        jdbc.sql("INSERT INTO opened_field (application_no, revision, field_key, why, opened_by, opened_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(application.no(), application.revision(), fieldKey)
                .params(cipher.encrypt(why, context(application.no())), by, rows.now())
                .update();
        rows.changed(application.no());
    }

    /** Oldest first. */
    public List<Opened> of(String no) {
        return jdbc.sql("SELECT * FROM opened_field WHERE application_no = ? ORDER BY id")
                .param(no)
                .query((row, n) -> new Opened(
                        row.getLong("id"),
                        row.getInt("revision"),
                        row.getString("field_key"),
                        cipher.decrypt(row.getString("why"), context(no)),
                        row.getString("opened_by"),
                        SqlTime.read(row, "opened_at")))
                .list();
    }

    /** Those of the newest revision. */
    Set<String> keys(Application application) {
        return jdbc
                .sql("SELECT field_key FROM opened_field WHERE application_no = ? AND revision = ?")
                .params(application.no(), application.revision())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Their time is over: removes what was said. Returns their ids. */
    public List<Long> empty(String no) {
        jdbc.sql("UPDATE opened_field SET why = ? WHERE application_no = ?")
                .params(cipher.encrypt("", context(no)), no)
                .update();
        return jdbc.sql("SELECT id FROM opened_field WHERE application_no = ? ORDER BY id")
                .param(no)
                .query(Long.class)
                .list();
    }

    private static String context(String no) {
        return "opened_field.why/" + no;
    }
}
