package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Column;
import cn.citybrain.parking.onboarding.audit.dossier.print.Labelled;
import cn.citybrain.parking.onboarding.audit.story.Attempt;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every attempt to charge a test vehicle: the bill, how it went, disputes and refunds. */
final class DeductionChapter implements Chapter {

    private final Story story;

    DeductionChapter(Story story) {
        this.story = story;
    }

    @Override
    public String title() {
        return "测试扣款、争议与退款";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        if (story.deductions().isEmpty()) {
            booklet.note("没有发起过扣款。");
        }
        for (Attempt attempt : story.deductions()) {
            print(booklet, attempt);
        }
    }

    private static void print(Booklet booklet, Attempt one) throws IOException {
        booklet.section("%s　账单 %s 第 %d 次扣款：%s%s"
                .formatted(
                        one.lotName(), one.billNo(), one.attemptNo(), one.stateText(), one.liveOn() ? "，以此正式接入" : ""));
        booklet.facts(facts(one));
        booklet.table(
                List.of(
                        new Column("时间", 1.5f),
                        new Column("经过", 2.2f),
                        new Column("由谁带来", 1.6f),
                        new Column("说明", 3.4f)),
                one.moves().stream().map(DeductionChapter::move).toList());
        if (!one.refunds().isEmpty()) {
            booklet.table(
                    List.of(
                            new Column("退款单号", 2.2f),
                            new Column("金额", 0.9f),
                            new Column("状态", 1),
                            new Column("申请", 1.9f),
                            new Column("批准", 1.9f),
                            new Column("渠道退款号与结果", 2.3f)),
                    one.refunds().stream().map(DeductionChapter::refund).toList());
        }
    }

    private static List<Labelled> facts(Attempt one) {
        List<Labelled> facts = new ArrayList<>(List.of(
                new Labelled("停车场", one.lotName() + "（" + one.lotCode() + "）"),
                new Labelled("车牌", one.plateNo()),
                new Labelled("停车记录 uid", one.uid()),
                new Labelled("入场　离场", Words.time(one.enteredAt()) + "　" + Words.time(one.leftAt())),
                new Labelled("应扣　实扣", Words.yuan(one.amount()) + "　" + Words.yuan(one.chargedAmount())),
                new Labelled("扣款订单号", one.outTradeNo()),
                new Labelled("渠道交易号", one.givenNumber())));
        String reason = join(one.code(), one.reason(), one.note());
        if (!reason.isEmpty()) {
            facts.add(new Labelled("原因", reason));
        }
        if (!one.requests().isEmpty()) {
            facts.add(new Labelled(
                    "留存的签名请求",
                    one.requests().stream()
                            .map(kept -> kept.number() + "（" + Words.time(kept.keptAt()) + "）")
                            .collect(Collectors.joining("　"))));
        }
        if (one.dispute() != null) {
            facts.add(new Labelled("争议", dispute(one.dispute())));
        }
        return facts;
    }

    private static String dispute(Attempt.Dispute dispute) {
        String closed = dispute.closedAt() == null
                ? "尚未处理"
                : "%s 由 %s 处理完毕　%s"
                        .formatted(
                                Words.time(dispute.closedAt()),
                                Words.full(dispute.closedBy()),
                                text(dispute.outcome()));
        return "%s 起：%s；%s".formatted(Words.time(dispute.since()), dispute.reason(), closed);
    }

    private static List<String> move(Attempt.Move move) {
        String person = Words.full(move.person());
        return List.of(
                Words.time(move.at()),
                text(move.words()),
                person.isEmpty() ? text(move.broughtBy()) : person,
                text(move.text()));
    }

    private static List<String> refund(Attempt.RefundMade refund) {
        return List.of(
                refund.outRefundNo(),
                Words.yuan(refund.amount()),
                refund.stateText(),
                Words.full(refund.requestedBy()) + "\n" + Words.time(refund.requestedAt()) + "\n"
                        + text(refund.reason()),
                Words.full(refund.approvedBy()) + "\n" + Words.time(refund.approvedAt()),
                join(refund.givenNumber(), Words.time(refund.decidedAt()), refund.note()));
    }

    private static String join(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                said.add(part);
            }
        }
        return String.join("　", said);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
