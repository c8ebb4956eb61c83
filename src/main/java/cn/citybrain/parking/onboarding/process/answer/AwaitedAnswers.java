package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Table {@code awaited_answer}: waits as they begin, end, move and get news. Who asks is {@link AnswerClaims}'. */
@NamedInterface("services")
@Component
public class AwaitedAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    AwaitedAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if it is known */
    void begin(AwaitedAnswer wait) {
        jdbc.sql("INSERT INTO awaited_answer (execution_id, instance_id, definition_id, element_id, channel, question,"
                        + " application_no, binding_id, bill_id, since, expected_at, next_ask_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(wait.executionId(), wait.instanceId(), wait.definitionId(), wait.elementId())
                .params(wait.channel(), wait.question(), wait.applicationNo())
                .param(wait.bindingId())
                .param(wait.billId())
                .param(SqlTime.of(wait.since()))
                .param(SqlTime.of(wait.expectedAt()))
                .param(SqlTime.of(wait.nextAskAt()))
                .update();
    }

    /** The step was left, whatever way. Repeatable. */
    void end(String executionId) {
        jdbc.sql("DELETE FROM awaited_answer WHERE execution_id = ?")
                .param(executionId)
                .update();
    }

    /** People gave a wait more time. Returns whether a channel is asked for what the step waits for. */
    public boolean expect(String executionId, Instant at) {
        return jdbc.sql("UPDATE awaited_answer SET expected_at = ? WHERE execution_id = ?")
                        .params(SqlTime.of(at), executionId)
                        .update()
                > 0;
    }

    /** Whether a channel is asked for what a step waits for. */
    public boolean asksFor(String executionId) {
        return count("execution_id = ?", executionId) > 0;
    }

    /** There is something new to hear about an application: asks now. Returns how many waits it concerns. */
    int newsOfApplication(String question, String applicationNo) {
        return news("application_no", question, applicationNo);
    }

    /** There is something new to hear about a lot: asks now. Returns how many waits it concerns. */
    int newsOfLot(String question, long bindingId) {
        return news("binding_id", question, bindingId);
    }

    private int news(String column, String question, Object value) {
        return jdbc.sql("UPDATE awaited_answer SET news = news + 1, unchanged = 0, next_ask_at = ? WHERE " + column
                        + " = ? AND question = ?")
                .params(SqlTime.of(clock.instant()), value, question)
                .update();
    }

    /** The waits of an instance go on in another version of its model. */
    public void migrated(String instanceId, String definitionId) {
        jdbc.sql("UPDATE awaited_answer SET definition_id = ? WHERE instance_id = ?")
                .params(definitionId, instanceId)
                .update();
    }

    /** Whether an instance waits for the answer to a question. */
    public boolean waits(String instanceId, String question) {
        return count("instance_id = ? AND question = ?", instanceId, question) > 0;
    }

    /** Whether a channel is being asked for an instance right now. */
    public boolean beingAsked(String instanceId) {
        return count("instance_id = ? AND claimed_until >= ?", instanceId, SqlTime.of(clock.instant())) > 0;
    }

    /** How many waits that began before a moment have not heard their channel since. Deductions have a count of their own. */
    public int unheardSince(Instant moment) {
        return count(
                "since < ? AND (last_asked_at IS NULL OR last_asked_at < ?) AND question <> 'deduction'",
                SqlTime.of(moment),
                SqlTime.of(moment));
    }

    private int count(String where, Object... values) {
        return jdbc.sql("SELECT count(*) FROM awaited_answer WHERE " + where)
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** The waits of a lot, oldest first. */
    public List<AwaitedAnswer> ofLot(long bindingId) {
        return jdbc.sql("SELECT * FROM awaited_answer WHERE binding_id = ? ORDER BY since")
                .param(bindingId)
                .query(AwaitedAnswers::row)
                .list();
    }

    /** Executions of all waits. */
    List<String> executions() {
        return jdbc.sql("SELECT execution_id FROM awaited_answer")
                .query(String.class)
                .list();
    }

    static AwaitedAnswer row(ResultSet row, int n) throws SQLException {
        return new AwaitedAnswer(
                row.getString("execution_id"),
                row.getString("instance_id"),
                row.getString("definition_id"),
                row.getString("element_id"),
                row.getString("channel"),
                row.getString("question"),
                row.getString("application_no"),
                row.getObject("binding_id", Long.class),
                row.getObject("bill_id", Long.class),
                SqlTime.read(row, "since"),
                SqlTime.read(row, "expected_at"),
                SqlTime.read(row, "next_ask_at"),
                row.getInt("news"),
                row.getInt("unchanged"),
                row.getInt("failed_in_a_row"),
                row.getString("last_words"));
    }
}
