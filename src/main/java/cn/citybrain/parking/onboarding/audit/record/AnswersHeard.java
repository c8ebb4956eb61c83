package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.channel.exchange.Signature;
import cn.citybrain.parking.onboarding.channel.exchange.Verb;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the channel was asked and told, and what it answered. */
@Component
class AnswersHeard implements Chapter {

    private final JdbcClient jdbc;

    AnswersHeard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql("SELECT * FROM channel_exchange WHERE application_no = :no"
                        + " UNION SELECT * FROM channel_exchange WHERE binding_id IN (:bindings)")
                .param("no", subject.no())
                .param("bindings", subject.bindingIds())
                .query((row, n) -> answer(row, subject))
                .list();
    }

    private static Entry answer(ResultSet row, Subject subject) throws SQLException {
        Verb verb = Verb.valueOf(row.getString("verb"));
        int repeats = row.getInt("repeats");
        Long binding = row.getObject("binding_id", Long.class);
        return Told.at(SqlTime.read(row, "at"), Kind.CHANNEL_ANSWER, verb.title() + "：" + row.getString("words"))
                .lot(binding == null ? "" : subject.lotOfBinding(binding))
                .fact("调用", verb.title())
                .fact("应答", row.getString("words"))
                .fact("渠道代码", row.getString("code"))
                .fact("签名", Signature.valueOf(row.getString("signature")).title())
                .fact("编号", row.getString("subject"))
                .fact("用时", row.getLong("took_ms") + " 毫秒")
                .fact(
                        "重复",
                        repeats == 0 ? "" : "此后 " + repeats + " 次应答相同，最后 " + Spoken.time(SqlTime.read(row, "last_at")))
                .from("channel_exchange", row.getLong("id"));
    }
}
