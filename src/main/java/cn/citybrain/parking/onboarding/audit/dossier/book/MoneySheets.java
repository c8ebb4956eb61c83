package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.story.Attempt;
import java.util.List;

/** Every attempt to charge, how it went and what was paid back, as tables. */
final class MoneySheets {

    private final List<Attempt> attempts;

    MoneySheets(List<Attempt> attempts) {
        this.attempts = attempts;
    }

    List<Sheet> sheets() {
        return List.of(deductions(), moves(), refunds());
    }

    private Sheet deductions() {
        Sheet sheet = new Sheet(
                "扣款",
                "编号",
                "停车场",
                "停车场名称",
                "账单号",
                "停车记录 uid",
                "车牌",
                "入场",
                "离场",
                "第几次",
                "扣款订单号",
                "应扣（分）",
                "渠道实扣（分）",
                "渠道交易号",
                "状态",
                "代码",
                "原因",
                "备注",
                "以此正式接入",
                "建立",
                "发出",
                "定论",
                "争议起",
                "争议原因",
                "争议处理人",
                "争议处理时间",
                "争议结果");
        for (Attempt one : attempts) {
            Attempt.Dispute dispute = one.dispute();
            sheet.row(
                    one.id(),
                    one.lotCode(),
                    one.lotName(),
                    one.billNo(),
                    one.uid(),
                    one.plateNo(),
                    Words.time(one.enteredAt()),
                    Words.time(one.leftAt()),
                    one.attemptNo(),
                    one.outTradeNo(),
                    one.amount(),
                    one.chargedAmount(),
                    one.givenNumber(),
                    one.stateText(),
                    one.code(),
                    one.reason(),
                    one.note(),
                    one.liveOn() ? "是" : "",
                    Words.time(one.createdAt()),
                    Words.time(one.sentAt()),
                    Words.time(one.decidedAt()),
                    dispute == null ? "" : Words.time(dispute.since()),
                    dispute == null ? "" : dispute.reason(),
                    dispute == null ? "" : Words.full(dispute.closedBy()),
                    dispute == null ? "" : Words.time(dispute.closedAt()),
                    dispute == null ? "" : dispute.outcome());
        }
        return sheet;
    }

    private Sheet moves() {
        Sheet sheet = new Sheet("扣款经过", "扣款编号", "时间", "种类", "经过", "由谁带来", "人员", "说明");
        for (Attempt one : attempts) {
            one.moves()
                    .forEach(move -> sheet.row(
                            one.id(),
                            Words.time(move.at()),
                            move.kind(),
                            move.words(),
                            move.broughtBy(),
                            Words.full(move.person()),
                            move.text()));
        }
        return sheet;
    }

    private Sheet refunds() {
        Sheet sheet = new Sheet(
                "退款", "扣款编号", "退款单号", "第几次", "金额（分）", "理由", "状态", "申请人", "申请时间", "批准人", "批准时间", "渠道退款号", "定论", "备注");
        for (Attempt one : attempts) {
            one.refunds()
                    .forEach(refund -> sheet.row(
                            one.id(),
                            refund.outRefundNo(),
                            refund.attemptNo(),
                            refund.amount(),
                            refund.reason(),
                            refund.stateText(),
                            Words.full(refund.requestedBy()),
                            Words.time(refund.requestedAt()),
                            Words.full(refund.approvedBy()),
                            Words.time(refund.approvedAt()),
                            refund.givenNumber(),
                            Words.time(refund.decidedAt()),
                            refund.note()));
        }
        return sheet;
    }
}
