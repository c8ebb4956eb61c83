package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.story.Attempt.Move;
import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of {@code deduction_step} in words: what happened, and who brought it. */
public final class DeductionMoves {

    private DeductionMoves() {}

    public static Move of(ResultSet row) throws SQLException {
        String actor = row.getString("actor");
        boolean person = !actor.equals("channel") && !actor.equals("system");
        return new Move(
                row.getString("kind"),
                words(DeductionStep.Kind.valueOf(row.getString("kind"))),
                person ? "人工" : brought(actor, row.getString("brought_by")),
                person ? Person.of(actor) : null,
                PrivateNumbers.hidden(row.getString("text")),
                SqlTime.read(row, "at"));
    }

    private static String brought(String actor, String by) {
        if (actor.equals("system")) {
            return "系统";
        }
        if (by == null) {
            return "渠道";
        }
        return switch (by) {
            case "ANSWER" -> "渠道的扣款应答";
            case "QUERY" -> "向渠道查询";
            default -> "渠道通知";
        };
    }

    private static String words(DeductionStep.Kind kind) {
        return switch (kind) {
            case PREPARED -> "扣款已登记";
            case ASSUMED_SENT -> "备份还原后先行核对";
            case SENT -> "扣款请求已发出";
            case RESENT -> "扣款请求再次发出";
            case ANSWERED -> "渠道答复";
            case SUCCEEDED -> "扣款成功";
            case FAILED -> "扣款失败";
            case DISPUTED -> "扣款有争议";
            case CONTRADICTED -> "渠道前后说法不一";
            case WAIT_LONGER -> "继续等待渠道结果";
            case ABANDONED -> "放弃本次测试";
            case DISPUTE_CLOSED -> "争议处理完毕";
            case REFUND -> "退款";
        };
    }
}
