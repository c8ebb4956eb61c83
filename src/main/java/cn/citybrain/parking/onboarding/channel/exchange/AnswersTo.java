package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What channels were told and what they answered, by our numbers. Plates and account numbers are masked in the words. */
@Component
public class AnswersTo {

    private final JdbcClient jdbc;

    AnswersTo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param channel code
     * @param act what was told or asked, or what the channel told by itself, in Chinese
     * @param subject our number of the visit, charge or refund
     * @param words in Chinese
     * @param code the channel's, empty if it gave none
     * @param repeats how often the same came again, the last time {@code lastAt}
     */
    public record Answer(
            String channel,
            String act,
            String subject,
            String words,
            String code,
            Instant at,
            int repeats,
            Instant lastAt) {}

    /** Oldest first. */
    public List<Answer> about(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM channel_exchange WHERE subject IN (:subjects) ORDER BY id")
                .param("subjects", subjects)
                .query((row, n) -> new Answer(
                        row.getString("channel"),
                        Verb.valueOf(row.getString("verb")).title(),
                        row.getString("subject"),
                        row.getString("words"),
                        row.getString("code"),
                        SqlTime.read(row, "at"),
                        row.getInt("repeats"),
                        SqlTime.read(row, "last_at")))
                .list();
    }
}
