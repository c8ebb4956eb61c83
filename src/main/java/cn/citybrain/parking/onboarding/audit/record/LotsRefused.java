package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said and done about lots that their channel refused. */
@Component
class LotsRefused implements Chapter {

    private final JdbcClient jdbc;

    LotsRefused(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql("SELECT * FROM lot_refusal WHERE binding_id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> word(row, subject))
                .list();
    }

    private static Entry word(ResultSet row, Subject subject) throws SQLException {
        LotWord.Kind said = LotWord.Kind.valueOf(row.getString("kind"));
        return Told.at(SqlTime.read(row, "at"), kind(said), title(said))
                .by(row.getString("actor"))
                .lot(subject.lotOfBinding(row.getLong("binding_id")))
                .said("内容", row.getString("text"))
                .from("lot_refusal", row.getLong("id"));
    }

    private static Kind kind(LotWord.Kind said) {
        return switch (said) {
            case REFUSED -> Kind.CHANNEL_ANSWER;
            case NOTE -> Kind.COMMENT;
            default -> Kind.DECISION;
        };
    }

    private static String title(LotWord.Kind said) {
        return switch (said) {
            case REFUSED -> "渠道拒绝停车场";
            case NOTE -> "说明停车场被拒绝的情况";
            case ASKED -> "请运营公司与渠道核实";
            case RETURNED -> "退回车场方更正停车场资料";
            case RESUBMITTED -> "停车场重新提交渠道";
            case GIVEN_UP -> "放弃被拒绝的停车场";
        };
    }
}
