package cn.citybrain.parking.onboarding.process.standing;

import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What of ours failed in running processes and waits for the supervisors. Whoever asks may see everything. */
@NamedInterface("services")
@Component
public class Failures {

    /** Each where it happened: the engine has an incident in every instance that called the one that is stopped, too. */
    private static final String CAUSES = " FROM ACT_RU_INCIDENT i JOIN ACT_RU_EXECUTION p ON p.ID_ = i.PROC_INST_ID_"
            + " %s WHERE (i.CAUSE_INCIDENT_ID_ IS NULL OR i.CAUSE_INCIDENT_ID_ = i.ID_)";

    private static final String ABOUT = "LEFT JOIN ACT_RU_VARIABLE n ON n.VAR_SCOPE_ = p.ID_ AND n.NAME_ ="
            + " 'applicationNo' LEFT JOIN ACT_RU_VARIABLE v ON v.VAR_SCOPE_ = p.ID_ AND v.NAME_ = 'bindingId'"
            + " LEFT JOIN application a ON a.no = n.TEXT_ LEFT JOIN merchant m ON m.id = a.merchant_id"
            + " LEFT JOIN lot_binding b ON b.id = v.LONG_ LEFT JOIN parking_lot l ON l.id = b.lot_id";

    private static final String ALL = "SELECT i.PROC_INST_ID_, i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_TYPE_,"
            + " i.INCIDENT_TIMESTAMP_, a.no, a.channel, m.name AS merchant_name, l.name AS lot_name, l.code AS lot_code"
            + CAUSES.formatted(ABOUT) + " ORDER BY i.INCIDENT_TIMESTAMP_, i.ID_";

    private final JdbcClient jdbc;
    private final KnownElements elements;

    Failures(JdbcClient jdbc, KnownElements elements) {
        this.jdbc = jdbc;
        this.elements = elements;
    }

    /** The oldest first. One statement. */
    public List<Failure> open() {
        return jdbc.sql(ALL).query((row, n) -> read(row)).list();
    }

    public long count() {
        return jdbc.sql("SELECT count(*)" + CAUSES.formatted(""))
                .query(Long.class)
                .single();
    }

    private Failure read(ResultSet row) throws SQLException {
        String element = row.getString("ACTIVITY_ID_");
        String step = element == null
                ? row.getString("INCIDENT_TYPE_")
                : elements.of(row.getString("PROC_DEF_ID_"), element).name();
        return new Failure(
                row.getString("PROC_INST_ID_"),
                step,
                EngineTime.read(row, "INCIDENT_TIMESTAMP_"),
                text(row, "no"),
                text(row, "merchant_name"),
                text(row, "lot_name"),
                text(row, "lot_code"),
                text(row, "channel"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
