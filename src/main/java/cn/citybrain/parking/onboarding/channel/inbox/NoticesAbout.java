package cn.citybrain.parking.onboarding.channel.inbox;

import cn.citybrain.parking.onboarding.channel.exchange.AnswersTo.Answer;
import cn.citybrain.parking.onboarding.channel.exchange.Notified;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What channels told by themselves of visits and charges, by our numbers. What contradicts an earlier notice has no effect, what
 * was forged proves nothing, and what was emptied when its time was over says nothing any more: none of them is shown.
 */
@Component
public class NoticesAbout {

    private final JdbcClient jdbc;
    private final InboxMessages messages;

    NoticesAbout(JdbcClient jdbc, InboxMessages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** Oldest first. @param channels code of the channel that knows the number: what another says of it does not count */
    public List<Answer> about(Map<String, String> channels) {
        if (channels.isEmpty()) {
            return List.of();
        }
        Collection<String> codes = Set.copyOf(channels.values());
        return jdbc
                .sql("SELECT * FROM channel_message WHERE channel IN (:channels) AND subject IN (:subjects)"
                        + " AND outcome = 'TAKEN' AND notice IS NOT NULL ORDER BY id")
                .param("channels", codes)
                .param("subjects", channels.keySet())
                .query((row, n) -> told(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .filter(told -> told.channel().equals(channels.get(told.subject())))
                .toList();
    }

    private Optional<Answer> told(ResultSet row) throws SQLException {
        return Notified.of(
                row.getString("channel"),
                messages.read(row),
                SqlTime.read(row, "received_at"),
                row.getInt("deliveries") - 1,
                SqlTime.read(row, "last_at"));
    }
}
