package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code channel_exchange}: appended; of a row only the count of its repetitions and the last of them change. */
@Component
public class ExchangeTable {

    private final JdbcClient jdbc;

    ExchangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Channel channel, Verb verb, About about, Heard heard, Instant at, long tookMillis) {
        jdbc.sql("INSERT INTO channel_exchange (channel, verb, subject, application_no, binding_id, lot_code, outcome,"
                        + " words, code, signature, at, took_ms, repeats, last_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")
                .params(channel.code(), verb.name(), about.subject())
                .param(about.applicationNo())
                .param(about.bindingId())
                .param(about.lotCode())
                .params(
                        heard.outcome(),
                        heard.words(),
                        heard.code(),
                        heard.signature().name())
                .params(SqlTime.of(at), tookMillis, SqlTime.of(at))
                .update();
    }

    /** Counts an answer that is the last one about its subject word for word; false if it is another one. */
    boolean repeated(Channel channel, Verb verb, About about, Heard heard, Instant at) {
        return jdbc.sql("UPDATE channel_exchange SET repeats = repeats + 1, last_at = ?"
                                + " WHERE id = (SELECT max(id) FROM channel_exchange WHERE channel = ? AND subject = ?)"
                                + " AND verb = ? AND outcome = ? AND words = ? AND code = ?")
                        .params(SqlTime.of(at), channel.code(), about.subject())
                        .params(verb.name(), heard.outcome(), heard.words(), heard.code())
                        .update()
                == 1;
    }
}
