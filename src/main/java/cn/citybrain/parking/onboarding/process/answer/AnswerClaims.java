package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code awaited_answer}: who asks for what. A claim belongs to one caller until it runs out; whoever lost it changes
 * nothing any more. What is claimed moves on only by its holder, except that news bring the next question forward.
 */
@Component
class AnswerClaims {

    /** News came while the channel was asked: its answer may be older than they are, so it is asked once more. */
    private static final String NEXT =
            "next_ask_at = CASE WHEN news = ? THEN CAST(? AS TIMESTAMP WITH TIME ZONE) ELSE next_ask_at END,"
                    + " claimed_by = NULL, claimed_until = NULL WHERE execution_id = ? AND claimed_by = ?";

    /** Whoever suspends an instance in Cockpit wants it to stand still; the engine would refuse the answer, too. */
    private static final String GOES_ON =
            "NOT EXISTS (SELECT 1 FROM ACT_RU_EXECUTION e" + " WHERE e.ID_ = execution_id AND e.SUSPENSION_STATE_ = 2)";

    private final JdbcClient jdbc;

    AnswerClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What nobody asks for and is due longest, of the versions of the models that the caller knows. A suspended instance waits,
     * and so does what is asked for it.
     */
    List<AwaitedAnswer> due(
            Channel channel, Collection<String> questions, Instant now, List<String> definitions, int most) {
        return jdbc.sql("SELECT * FROM awaited_answer WHERE channel = :channel AND next_ask_at <= :now"
                        + " AND (claimed_until IS NULL OR claimed_until < :now) AND definition_id IN (:definitions)"
                        + " AND question IN (:questions) AND " + GOES_ON + " ORDER BY next_ask_at LIMIT :most")
                .param("channel", channel.code())
                .param("questions", questions)
                .param("now", SqlTime.of(now))
                .param("definitions", definitions)
                .param("most", most)
                .query(AwaitedAnswers::row)
                .list();
    }

    /** True for one caller only. */
    boolean claim(AwaitedAnswer wait, String by, Instant now, Instant until) {
        return jdbc.sql("UPDATE awaited_answer SET claimed_by = ?, claimed_until = ?"
                                + " WHERE execution_id = ? AND next_ask_at <= ?"
                                + " AND (claimed_until IS NULL OR claimed_until < ?)")
                        .params(by, SqlTime.of(until), wait.executionId(), SqlTime.of(now), SqlTime.of(now))
                        .update()
                == 1;
    }

    /** The answer is there, the wait is over. False if the claim was lost, or the step was left meanwhile. */
    boolean answered(AwaitedAnswer wait, String by) {
        return jdbc.sql("DELETE FROM awaited_answer WHERE execution_id = ? AND claimed_by = ?")
                        .params(wait.executionId(), by)
                        .update()
                == 1;
    }

    /** The channel answered that it is undecided. False if the claim was lost, or the step was left meanwhile. */
    boolean undecided(AwaitedAnswer wait, String by, String words, int unchanged, Instant now, Instant next) {
        return jdbc.sql("UPDATE awaited_answer SET times_asked = times_asked + 1, failed_in_a_row = 0,"
                                + " last_error = NULL, last_asked_at = ?, last_words = ?, unchanged = ?, " + NEXT)
                        .param(SqlTime.of(now))
                        .param(words)
                        .params(unchanged, wait.news(), SqlTime.of(next), wait.executionId(), by)
                        .update()
                == 1;
    }

    /** The question failed. False if the claim was lost, or the step was left meanwhile. */
    boolean failed(AwaitedAnswer wait, String by, String error, int failedInARow, Instant next) {
        return jdbc.sql("UPDATE awaited_answer SET last_error = ?, failed_in_a_row = ?, " + NEXT)
                        .params(error, failedInARow, wait.news(), SqlTime.of(next), wait.executionId(), by)
                        .update()
                == 1;
    }

    /** Nobody was asked: the channel does not answer at all, or the instance is suspended. */
    void postponed(AwaitedAnswer wait, String by, Instant next) {
        jdbc.sql("UPDATE awaited_answer SET " + NEXT)
                .params(wait.news(), SqlTime.of(next), wait.executionId(), by)
                .update();
    }
}
