package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Header.Instance;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that the processes took by themselves, and the processes: what people do is told by {@link TasksDone}. */
@Component
class StepsTaken implements Chapter {

    private static final String TOLD = "'serviceTask', 'sendTask', 'receiveTask', 'callActivity', 'startEvent',"
            + " 'noneEndEvent', 'errorEndEvent', 'messageEndEvent', 'terminateEndEvent', 'boundaryTimer',"
            + " 'boundaryMessage', 'boundaryError', 'boundaryConditional', 'intermediateTimer',"
            + " 'intermediateMessageCatch', 'intermediateNoneThrow', 'intermediateMessageThrowEvent',"
            + " 'businessRuleTask', 'scriptTask', 'messageStartEvent'";
    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;

    StepsTaken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        told.addAll(instances(subject));
        told.addAll(jdbc.sql("SELECT * FROM ACT_HI_ACTINST WHERE PROC_INST_ID_ IN (:instances) AND ACT_TYPE_ IN ("
                        + TOLD + ")")
                .param("instances", subject.instanceIds())
                .query((row, n) -> step(row, subject))
                .list());
        return told;
    }

    private static Entry step(ResultSet row, Subject subject) throws SQLException {
        Instant begun = EngineTime.read(row, "START_TIME_");
        Instant ended = EngineTime.read(row, "END_TIME_");
        String instance = row.getString("PROC_INST_ID_");
        String name = Objects.requireNonNullElse(row.getString("ACT_NAME_"), row.getString("ACT_ID_"));
        boolean wait = row.getString("ACT_TYPE_").equals("receiveTask");
        return Told.at(begun, Kind.STEP, (wait && !name.startsWith("等待") ? "等待：" : "") + name)
                .lot(subject.lotOfInstance(instance))
                .in(instance, row.getString("ACT_ID_"))
                .fact("结束", ended)
                .fact("用时", ended == null ? null : Spoken.duration(Duration.between(begun, ended)))
                .fact("结果", result(ended, row.getInt("ACT_INST_STATE_")))
                .from("act_hi_actinst", row.getString("ID_"));
    }

    private static String result(Instant ended, int state) {
        return ended == null ? "进行中" : state == CANCELLED ? "被取消" : null;
    }

    private List<Entry> instances(Subject subject) {
        return jdbc
                .sql("SELECT * FROM ACT_HI_PROCINST WHERE ID_ IN (:instances)")
                .param("instances", subject.instanceIds())
                .query((row, n) -> instance(row, subject))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> instance(ResultSet row, Subject subject) throws SQLException {
        String id = row.getString("ID_");
        Instance instance = subject.instances().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<Entry> told = new ArrayList<>();
        told.add(about(instance, instance.started(), "流程开始：" + instance.name())
                .by(row.getString("START_USER_ID_"))
                .fact("模型版本", instance.version())
                .fact("业务键", row.getString("BUSINESS_KEY_"))
                .from("act_hi_procinst", id));
        if (instance.ended() != null) {
            told.add(about(instance, instance.ended(), "流程结束：" + instance.name())
                    .fact("用时", Spoken.duration(Duration.between(instance.started(), instance.ended())))
                    .fact("结果", ending(instance.state()))
                    .said("原因", row.getString("DELETE_REASON_"))
                    .from("act_hi_procinst", id));
        }
        return told;
    }

    private static Told about(Instance instance, Instant at, String title) {
        return Told.at(at, Kind.STEP, title).lot(instance.lotCode()).in(instance.id(), null);
    }

    private static String ending(String state) {
        return switch (state) {
            case "COMPLETED" -> "正常结束";
            case "EXTERNALLY_TERMINATED" -> "被人工终止";
            case "INTERNALLY_TERMINATED" -> "由流程终止";
            default -> state;
        };
    }
}
