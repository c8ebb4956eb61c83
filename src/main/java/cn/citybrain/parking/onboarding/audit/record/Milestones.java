package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.story.Attempt;
import cn.citybrain.parking.onboarding.audit.story.AttemptTeller;
import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Subject.Bound;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The turns of an application, of its account and of its lots that no other source tells. */
@Component
class Milestones implements Chapter {

    private final JdbcClient jdbc;
    private final AttemptTeller attempts;

    Milestones(JdbcClient jdbc, AttemptTeller attempts) {
        this.jdbc = jdbc;
        this.attempts = attempts;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        told.add(Told.at(subject.createdAt(), Kind.STEP, "建立申请")
                .by(subject.createdBy())
                .fact("车场方", subject.companyName())
                .fact("统一社会信用代码", subject.companyUscc())
                .from("application", subject.no()));
        if (subject.closedAt() != null) {
            told.add(Told.at(subject.closedAt(), Kind.DECISION, closed(subject))
                    .by(subject.closedBy())
                    .said("原因", subject.closingReason())
                    .from("application", subject.no()));
        }
        told.addAll(account(subject));
        List<Attempt> charged = subject.bindings().stream().allMatch(bound -> bound.liveAt() == null)
                ? List.of()
                : attempts.of(subject);
        subject.bindings().forEach(bound -> told.addAll(lot(bound, charged)));
        return told;
    }

    private static String closed(Subject subject) {
        return "申请结束：" + ApplicationState.valueOf(subject.state()).title();
    }

    private List<Entry> account(Subject subject) {
        return jdbc
                .sql("SELECT * FROM receiving_account WHERE application_no = ?")
                .param(subject.no())
                .query((row, n) -> Stream.of(
                                turn(row, "opened_at", "收款账户开始申请", null),
                                turn(row, "live_at", "收款账户正式启用", row.getString("channel_account")),
                                turn(row, "closed_at", "收款账户关闭", row.getString("channel_account")))
                        .filter(Objects::nonNull)
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** @param account the channel's number of it, where it had one by then */
    private static Entry turn(ResultSet row, String column, String title, String account) throws SQLException {
        Instant at = SqlTime.read(row, column);
        return at == null
                ? null
                : Told.at(at, Kind.STEP, title).fact("渠道账户", account).from("receiving_account", row.getLong("id"));
    }

    private static List<Entry> lot(Bound bound, List<Attempt> charged) {
        List<Entry> told = new ArrayList<>();
        told.add(about(bound, bound.configuredAt(), Kind.STEP, "配置停车场“" + bound.lotName() + "”")
                .from("lot_binding", bound.id()));
        if (bound.withdrawalRequestedAt() != null) {
            told.add(about(bound, bound.withdrawalRequestedAt(), Kind.DECISION, "撤回停车场“" + bound.lotName() + "”")
                    .by(bound.withdrawalRequestedBy())
                    .said("原因", bound.withdrawalReason())
                    .from("lot_binding", bound.id()));
        }
        if (bound.withdrawnAt() != null) {
            told.add(about(bound, bound.withdrawnAt(), Kind.STEP, "停车场“" + bound.lotName() + "”已撤回")
                    .from("lot_binding", bound.id()));
        }
        if (bound.liveAt() != null) {
            told.add(live(bound, charged));
        }
        return told;
    }

    private static Entry live(Bound bound, List<Attempt> charged) {
        Told told = about(bound, bound.liveAt(), Kind.STEP, "停车场“" + bound.lotName() + "”正式接入");
        charged.stream()
                .filter(attempt -> attempt.bindingId() == bound.id() && attempt.liveOn())
                .forEach(attempt -> told.fact("车牌", attempt.plateNo())
                        .fact("停车流水号", attempt.uid())
                        .fact("入场", attempt.enteredAt())
                        .fact("离场", attempt.leftAt())
                        .fact("账单号", attempt.billNo())
                        .fact("扣款订单号", attempt.outTradeNo())
                        .fact("渠道交易号", attempt.givenNumber())
                        .yuan("金额", attempt.amount()));
        return told.from("lot_binding", bound.id());
    }

    private static Told about(Bound bound, Instant at, Kind kind, String title) {
        return Told.at(at, kind, title).lot(bound.lotCode());
    }
}
