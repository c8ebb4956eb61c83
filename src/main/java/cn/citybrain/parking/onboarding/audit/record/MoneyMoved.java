package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Attempt.Move;
import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.DeductionMoves;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every turn that a deduction or a refund took, and who brought it. */
@Component
class MoneyMoved implements Chapter {

    private final JdbcClient jdbc;

    MoneyMoved(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql("SELECT s.*, d.lot_code, d.bill_no, d.uid, d.out_trade_no, d.amount, b.plate_no"
                        + " FROM deduction_step s JOIN deduction d ON d.id = s.deduction_id"
                        + " LEFT JOIN bill b ON b.id = d.bill_id WHERE d.binding_id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> turn(row))
                .list();
    }

    private static Entry turn(ResultSet row) throws SQLException {
        Move move = DeductionMoves.of(row);
        boolean refund = move.kind().equals("REFUND");
        return Told.at(move.at(), refund ? Kind.REFUND : Kind.DEDUCTION, refund ? move.text() : move.words())
                .by(move.person() == null ? null : move.person().id())
                .lot(row.getString("lot_code"))
                .fact("说明", refund ? "" : move.text())
                .fact("来源", move.broughtBy())
                .fact("扣款订单号", row.getString("out_trade_no"))
                .fact("账单号", row.getString("bill_no"))
                .fact("车牌", row.getString("plate_no"))
                .fact("停车流水号", row.getString("uid"))
                .yuan("金额", row.getInt("amount"))
                .from("deduction_step", row.getLong("id"));
    }
}
