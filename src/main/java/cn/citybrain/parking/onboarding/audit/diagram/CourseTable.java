package cn.citybrain.parking.onboarding.audit.diagram;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Passage;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Step;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Wait;
import cn.citybrain.parking.onboarding.audit.story.BusinessKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine's history tells of an application. All that one procedure called has its root; what was started beside it
 * has a business key that begins with the application's number.
 */
@Component
class CourseTable {

    /** A step that something else ended, in the engine's {@code ActivityInstanceState}. */
    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;

    CourseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param instanceId what the value belongs to */
    record Of<T>(String instanceId, T value) {}

    /** Whether it has begun: a draft is its company's own. */
    boolean knows(String applicationNo) {
        return jdbc.sql("SELECT COUNT(*) FROM application WHERE no = :no AND state <> :draft")
                        .param("no", applicationNo)
                        .param("draft", ApplicationState.DRAFT.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Ids of the instances that nobody called. */
    Set<String> roots(String applicationNo) {
        Set<String> keys = BusinessKeys.of(
                applicationNo,
                jdbc.sql("""
                        SELECT l.code FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE b.application_no = :no
                        """).param("no", applicationNo).query(String.class).list());
        return new HashSet<>(jdbc.sql("SELECT ROOT_PROC_INST_ID_ FROM ACT_HI_PROCINST WHERE BUSINESS_KEY_ IN (:keys)")
                .param("keys", keys)
                .query(String.class)
                .list());
    }

    Optional<String> applicationOf(String processInstanceId) {
        return jdbc.sql(
                        "SELECT BUSINESS_KEY_ FROM ACT_HI_PROCINST WHERE PROC_INST_ID_ = :id AND BUSINESS_KEY_ IS NOT NULL")
                .param("id", processInstanceId)
                .query(String.class)
                .optional()
                .map(key -> key.split("-", 2)[0]);
    }

    /** Without their steps. A call's lot is set at its beginning and stays. */
    List<Course> instances(Set<String> roots) {
        return jdbc.sql("""
                        SELECT p.PROC_INST_ID_, p.SUPER_PROCESS_INSTANCE_ID_, p.PROC_DEF_ID_, p.PROC_DEF_KEY_, p.STATE_,
                               p.START_TIME_, p.END_TIME_, d.NAME_ AS definition_name, d.VERSION_, lot.code, lot.name
                        FROM ACT_HI_PROCINST p
                        LEFT JOIN ACT_RE_PROCDEF d ON d.ID_ = p.PROC_DEF_ID_
                        LEFT JOIN (SELECT v.PROC_INST_ID_ AS instance_id, MIN(v.TEXT_) AS code, MIN(l.name) AS name
                                   FROM ACT_HI_VARINST v LEFT JOIN parking_lot l ON l.code = v.TEXT_
                                   WHERE v.ROOT_PROC_INST_ID_ IN (:roots) AND v.NAME_ = 'lotCode'
                                   GROUP BY v.PROC_INST_ID_) lot ON lot.instance_id = p.PROC_INST_ID_
                        WHERE p.ROOT_PROC_INST_ID_ IN (:roots)
                        ORDER BY p.START_TIME_, p.PROC_INST_ID_
                        """).param("roots", roots).query(CourseTable::course).list();
    }

    private static Course course(ResultSet row, int index) throws SQLException {
        return new Course(
                row.getString("PROC_INST_ID_"),
                row.getString("SUPER_PROCESS_INSTANCE_ID_"),
                row.getString("PROC_DEF_ID_"),
                row.getString("PROC_DEF_KEY_"),
                Optional.ofNullable(row.getString("definition_name")).orElse(row.getString("PROC_DEF_KEY_")),
                row.getInt("VERSION_"),
                text(row, "code"),
                text(row, "name"),
                time(row, "START_TIME_"),
                time(row, "END_TIME_"),
                row.getString("STATE_"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    List<Of<Step>> steps(Set<String> roots) {
        return jdbc.sql("""
                        SELECT a.PROC_INST_ID_, a.ID_, a.PROC_DEF_ID_, a.ACT_ID_, a.ACT_NAME_, a.ACT_TYPE_, a.PARENT_ACT_INST_ID_,
                               a.START_TIME_, a.END_TIME_, a.ACT_INST_STATE_, a.ASSIGNEE_, a.CALL_PROC_INST_ID_, u.FIRST_, u.LAST_
                        FROM ACT_HI_ACTINST a LEFT JOIN ACT_ID_USER u ON u.ID_ = a.ASSIGNEE_
                        WHERE a.ROOT_PROC_INST_ID_ IN (:roots)
                        ORDER BY a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_
                        """)
                .param("roots", roots)
                .query((row, index) -> new Of<>(row.getString("PROC_INST_ID_"), step(row)))
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        String name = text(row, "FIRST_") + text(row, "LAST_");
        Instant ended = time(row, "END_TIME_");
        return new Step(
                row.getString("ID_"),
                row.getString("PROC_DEF_ID_"),
                row.getString("ACT_ID_"),
                text(row, "ACT_NAME_"),
                row.getString("ACT_TYPE_"),
                text(row, "PARENT_ACT_INST_ID_"),
                time(row, "START_TIME_"),
                ended,
                ended == null
                        ? Passage.RUNNING
                        : row.getInt("ACT_INST_STATE_") == CANCELLED ? Passage.CANCELLED : Passage.DONE,
                text(row, "ASSIGNEE_"),
                name.isBlank() ? text(row, "ASSIGNEE_") : name,
                text(row, "CALL_PROC_INST_ID_"));
    }

    /** Jobs: a timer, or a step that the engine is about to begin. */
    List<Of<Wait>> waits(Set<String> roots) {
        return jdbc.sql("""
                        SELECT j.PROCESS_INSTANCE_ID_, d.ACT_ID_, j.TYPE_, j.DUEDATE_, j.RETRIES_
                        FROM ACT_RU_JOB j JOIN ACT_RU_JOBDEF d ON d.ID_ = j.JOB_DEF_ID_
                        WHERE j.ROOT_PROC_INST_ID_ IN (:roots)
                        ORDER BY d.ACT_ID_, j.DUEDATE_, j.ID_
                        """)
                .param("roots", roots)
                .query((row, index) -> new Of<>(
                        row.getString("PROCESS_INSTANCE_ID_"),
                        new Wait(
                                row.getString("ACT_ID_"),
                                "timer".equals(row.getString("TYPE_")),
                                time(row, "DUEDATE_"),
                                row.getInt("RETRIES_"))))
                .list();
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** The engine keeps its times without a zone: in that of the JVM. */
    static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
