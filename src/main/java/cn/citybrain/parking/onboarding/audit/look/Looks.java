package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code audit_look}: what auditors looked at. Appended; who looks at the same again within minutes looks once. */
@Component
public class Looks {

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Looks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody opened an application: names, plates and bill numbers are shown in full. */
    public void opened(String applicationNo, String by) {
        once(applicationNo, "OPENED", "", by);
    }

    /** Somebody looked at a paper. */
    public void paper(String applicationNo, String documentId, String by) {
        once(applicationNo, "PAPER", documentId, by);
    }

    /** Somebody looked at what a camera saw. */
    void photo(String applicationNo, long id, String by) {
        once(applicationNo, "PHOTO", String.valueOf(id), by);
    }

    /** Somebody was handed the dossier. @param sha256 of its bytes */
    public void dossier(String applicationNo, String sha256, String by) {
        once(applicationNo, "DOSSIER", sha256, by);
    }

    /** Somebody saw a value in full; each time counts. */
    public void field(String applicationNo, String key, int revision, String reason, String by) {
        add(applicationNo, "FIELD", key + "/" + revision, reason, by);
    }

    private void once(String no, String kind, String subject, String by) {
        Instant now = clock.instant();
        int lately = jdbc.sql("SELECT count(*) FROM audit_look WHERE application_no = ? AND kind = ? AND subject = ?"
                        + " AND looked_by = ? AND looked_at > ?")
                .params(no, kind, subject, by, SqlTime.of(now.minus(ONE_LOOK)))
                .query(Integer.class)
                .single();
        if (lately == 0) {
            add(no, kind, subject, "", by);
        }
    }

    private void add(String no, String kind, String subject, String reason, String by) {
        jdbc.sql("INSERT INTO audit_look (application_no, kind, subject, reason, looked_by, looked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(no, kind, subject, reason, by, SqlTime.of(clock.instant()))
                .update();
    }
}
