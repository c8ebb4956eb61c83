package cn.citybrain.parking.onboarding.audit.diagram;

import static cn.citybrain.parking.onboarding.audit.diagram.CourseTable.time;

import cn.citybrain.parking.onboarding.audit.diagram.Course.Failure;
import cn.citybrain.parking.onboarding.audit.diagram.Course.FailureKind;
import cn.citybrain.parking.onboarding.audit.diagram.CourseTable.Of;
import cn.citybrain.parking.onboarding.audit.story.PrivateNumbers;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What failed, as the engine's history tells it: incidents, and the single attempts of jobs and external tasks. */
@Component
class FailureTable {

    private final JdbcClient jdbc;

    FailureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An incident of what was called stands in the caller's history too, with the first one's id as its cause; 1 in a log means failed. */
    List<Of<Failure>> of(Set<String> roots) {
        return jdbc.sql("""
                        SELECT PROC_INST_ID_ AS instance_id,
                               CASE WHEN CAUSE_INCIDENT_ID_ <> ID_ THEN 'CALLED' ELSE 'INCIDENT' END AS kind,
                               CASE WHEN CAUSE_INCIDENT_ID_ <> ID_ OR FAILED_ACTIVITY_ID_ IS NULL THEN ACTIVITY_ID_
                                    ELSE FAILED_ACTIVITY_ID_ END AS activity_id, CREATE_TIME_ AS at_,
                               END_TIME_ AS resolved_at, INCIDENT_MSG_ AS message, ID_ AS row_id
                        FROM ACT_HI_INCIDENT WHERE ROOT_PROC_INST_ID_ IN (:roots)
                        UNION ALL
                        SELECT PROCESS_INSTANCE_ID_, 'ATTEMPT', COALESCE(FAILED_ACT_ID_, ACT_ID_), TIMESTAMP_, TIMESTAMP_,
                               JOB_EXCEPTION_MSG_, ID_
                        FROM ACT_HI_JOB_LOG WHERE ROOT_PROC_INST_ID_ IN (:roots) AND JOB_STATE_ = 1
                        UNION ALL
                        SELECT PROC_INST_ID_, 'ATTEMPT', ACT_ID_, TIMESTAMP_, TIMESTAMP_, ERROR_MSG_, ID_
                        FROM ACT_HI_EXT_TASK_LOG WHERE ROOT_PROC_INST_ID_ IN (:roots) AND STATE_ = 1
                        ORDER BY 4, 2, 7
                        """)
                .param("roots", roots)
                .query((row, index) -> new Of<>(
                        row.getString("instance_id"),
                        new Failure(
                                FailureKind.valueOf(row.getString("kind")),
                                row.getString("activity_id"),
                                time(row, "at_"),
                                time(row, "resolved_at"),
                                PrivateNumbers.hidden(row.getString("message")))))
                .list();
    }
}
