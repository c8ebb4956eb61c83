package cn.citybrain.parking.onboarding.figures.forecast;

import cn.citybrain.parking.onboarding.figures.count.Procedures;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where running applications stand that have no live lot yet. One statement. */
@Component
class StandingSteps {

    private static final String SQL = "SELECT a.no, m.name AS company, r.PROC_DEF_KEY_ AS procedure_key,"
            + " h.PROC_DEF_KEY_ AS process_key, h.ACT_ID_, h.ACT_NAME_, h.START_TIME_ FROM ACT_HI_ACTINST h"
            + " JOIN ACT_HI_PROCINST r ON r.ID_ = h.ROOT_PROC_INST_ID_ AND r.PROC_DEF_KEY_ IN (:procedures)"
            + " JOIN application a ON a.no = r.BUSINESS_KEY_ JOIN merchant m ON m.id = a.merchant_id"
            + " WHERE h.END_TIME_ IS NULL AND h.ACT_TYPE_ IN ('userTask', 'receiveTask') AND %s"
            + " AND NOT EXISTS (SELECT 1 FROM lot_binding b WHERE b.application_no = a.no AND b.live_at IS NOT NULL)";

    private final JdbcClient jdbc;

    StandingSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StandingStep> all(Scope scope) {
        return where(scope.where("a.tenant_id"), scope.values());
    }

    List<StandingStep> of(String applicationNo) {
        return where("a.no = :no", Map.of("no", applicationNo));
    }

    private List<StandingStep> where(String condition, Map<String, Object> values) {
        return jdbc.sql(SQL.formatted(condition))
                .params(values)
                .param("procedures", Procedures.keys())
                .query((row, n) -> new StandingStep(
                        row.getString("no"),
                        row.getString("company"),
                        row.getString("procedure_key"),
                        row.getString("process_key"),
                        row.getString("ACT_ID_"),
                        Objects.requireNonNullElse(row.getString("ACT_NAME_"), row.getString("ACT_ID_")),
                        EngineTime.read(row, "START_TIME_")))
                .list();
    }
}
