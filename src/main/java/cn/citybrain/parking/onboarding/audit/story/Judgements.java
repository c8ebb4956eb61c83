package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.DecisionMade;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.RemarkMade;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about revisions, and what was found wrong with them, by revision. */
@Component
public class Judgements {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Judgements(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A decision as it is stored.
     *
     * @param remarks reasons by the form's own names
     */
    public record Judged(long id, int revision, DecisionMade made, Map<String, String> remarks) {}

    /** @param by user id, or code of the channel */
    public record Remarked(long id, int revision, RemarkMade made, boolean ofChannel) {}

    /** Oldest first; also those that were replaced before the process acted on them. */
    public List<Judged> decided(Subject subject) {
        return jdbc.sql("SELECT * FROM review_decision WHERE application_no = ? ORDER BY id")
                .param(subject.no())
                .query((row, n) -> new Judged(
                        row.getLong("id"),
                        row.getInt("revision"),
                        new DecisionMade(
                                row.getString("decision"),
                                words(row.getString("decision")),
                                PrivateNumbers.hidden(row.getString("reason")),
                                labelled(subject, list(row.getString("confirmed_warnings"))),
                                Person.of(row.getString("decided_by")),
                                SqlTime.read(row, "decided_at"),
                                SqlTime.read(row, "used_at")),
                        labelled(subject, map(row.getString("remarks")))))
                .list();
    }

    /** Oldest first. */
    public List<Remarked> remarked(Subject subject) {
        return jdbc.sql("SELECT * FROM field_remark WHERE application_no = ? ORDER BY id")
                .param(subject.no())
                .query((row, n) -> {
                    boolean channel = row.getString("source").equals("CHANNEL");
                    String key = row.getString("field_key");
                    RemarkMade made = new RemarkMade(
                            key,
                            subject.label(key),
                            PrivateNumbers.hidden(row.getString("reason")),
                            channel ? "支付渠道" : "运营公司",
                            channel ? null : Person.of(row.getString("author")),
                            SqlTime.read(row, "created_at"));
                    return new Remarked(row.getLong("id"), row.getInt("revision"), made, channel);
                })
                .list();
    }

    Map<Integer, List<DecisionMade>> decisions(Subject subject) {
        return decided(subject).stream()
                .collect(Collectors.groupingBy(
                        Judged::revision, TreeMap::new, Collectors.mapping(Judged::made, Collectors.toList())));
    }

    Map<Integer, List<RemarkMade>> remarks(Subject subject) {
        return remarked(subject).stream()
                .collect(Collectors.groupingBy(
                        Remarked::revision, TreeMap::new, Collectors.mapping(Remarked::made, Collectors.toList())));
    }

    private static String words(String decision) {
        return switch (decision) {
            case "ACCEPT" -> "受理";
            case "RETURN" -> "退回更正";
            default -> "不予受理";
        };
    }

    private static List<String> labelled(Subject subject, List<String> keys) {
        return keys.stream().map(subject::label).toList();
    }

    private static Map<String, String> labelled(Subject subject, Map<String, String> reasons) {
        Map<String, String> named = new LinkedHashMap<>();
        reasons.forEach((key, reason) -> named.put(subject.label(key), PrivateNumbers.hidden(reason)));
        return named;
    }

    private List<String> list(String text) {
        return read(text, new TypeReference<>() {});
    }

    private Map<String, String> map(String text) {
        return read(text, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored decision cannot be read", e);
        }
    }
}
