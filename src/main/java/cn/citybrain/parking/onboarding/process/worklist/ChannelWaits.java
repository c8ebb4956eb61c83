package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications and lots for which a channel's word is awaited: nobody's task, and looked for all the same. */
@Component
class ChannelWaits {

    private static final String FROM = " FROM awaited_answer w JOIN application a ON a.no = w.application_no WHERE ";

    private final JdbcClient jdbc;
    private final RepositoryService models;

    ChannelWaits(JdbcClient jdbc, RepositoryService models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /**
     * @param name of the step that waits, Chinese
     * @param bindingId null where it is about no single lot
     * @param expectedAt when the channel is expected to answer, null where nobody knows
     */
    record Wait(
            String id,
            String name,
            String applicationNo,
            String tenantId,
            String channel,
            Long bindingId,
            Instant since,
            Instant expectedAt) {}

    /** Those that should be answered first stand first. Two statements, three where something is looked for. */
    Page<Wait> find(Actor actor, String channel, Wanted wanted) {
        SearchBox box = box(wanted);
        String where = FROM + seen(actor, box) + (channel.isEmpty() ? "" : " AND w.channel = :channel");
        Map<String, Object> values = values(actor, box);
        values.put("channel", channel);
        long total = jdbc.sql("SELECT count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Wait> rows = jdbc.sql("SELECT w.*, a.tenant_id" + where
                        + " ORDER BY w.expected_at NULLS LAST, w.since, w.execution_id OFFSET :offset ROWS"
                        + " FETCH NEXT :size ROWS ONLY")
                .params(values)
                .param("offset", wanted.offset())
                .param("size", wanted.size())
                .query(this::read)
                .list();
        return new Page<>(rows, total, wanted);
    }

    /** By channel's code. */
    Map<String, Long> counts(Actor actor, Wanted wanted) {
        Map<String, Long> counts = new HashMap<>();
        SearchBox box = box(wanted);
        jdbc.sql("SELECT w.channel, count(*) AS waits" + FROM + seen(actor, box) + " GROUP BY w.channel")
                .params(values(actor, box))
                .query(row -> {
                    counts.put(row.getString("channel"), row.getLong("waits"));
                });
        return counts;
    }

    private Wait read(ResultSet row, int n) throws SQLException {
        return new Wait(
                row.getString("execution_id"),
                name(row.getString("definition_id"), row.getString("element_id")),
                row.getString("application_no"),
                row.getString("tenant_id"),
                row.getString("channel"),
                row.getObject("binding_id", Long.class),
                SqlTime.read(row, "since"),
                SqlTime.read(row, "expected_at"));
    }

    /** As the model calls it; models are kept in memory. */
    private String name(String definitionId, String element) {
        FlowElement step = models.getBpmnModelInstance(definitionId).getModelElementById(element);
        return Optional.ofNullable(step).map(FlowElement::getName).orElse("等待渠道答复");
    }

    private SearchBox box(Wanted wanted) {
        return wanted.text().isEmpty() ? new SearchBox(wanted) : new SearchBox(wanted, awaitedSteps());
    }

    /** There are a few dozen, however many applications wait in them. */
    private Map<String, String> awaitedSteps() {
        Map<String, String> steps = new HashMap<>();
        jdbc.sql("SELECT DISTINCT definition_id, element_id FROM awaited_answer")
                .query(row -> {
                    String definition = row.getString("definition_id");
                    String element = row.getString("element_id");
                    steps.put(definition + "/" + element, name(definition, element));
                });
        return steps;
    }

    private static String seen(Actor actor, SearchBox box) {
        return new Sight(actor).waits() + box.waits();
    }

    private static Map<String, Object> values(Actor actor, SearchBox box) {
        Map<String, Object> values = new HashMap<>(new Sight(actor).values());
        values.putAll(box.values());
        return values;
    }
}
