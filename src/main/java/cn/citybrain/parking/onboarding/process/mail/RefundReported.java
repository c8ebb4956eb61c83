package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.RefundMoved;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the supervisors how a refund stands: another one has to approve it, and a disputed charge waits for its end. */
@Component
class RefundReported {

    private final Refunds refunds;
    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final CompanyPeople people;

    RefundReported(
            Refunds refunds, LotBindings bindings, ProcessMails mails, Addressees addressees, CompanyPeople people) {
        this.refunds = refunds;
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
        this.people = people;
    }

    @ApplicationModuleListener(id = "process.refund")
    void on(RefundMoved event) {
        LotBinding lot = bindings.byId(event.bindingId()).orElseThrow();
        Refund refund = refunds.byId(event.refundId()).orElseThrow();
        mails.sendAboutLot(
                "refund",
                event.refundId() + "-" + event.state(),
                lot,
                addressees.role(Role.OPS_SUPERVISOR),
                Map.of(
                        "state", event.state().words(),
                        "amount", Yuan.of(refund.amount()),
                        "by", people.name(refund.requestedBy()),
                        "reason", Reasons.safe(refund.reason()),
                        "next", next(event.state())));
    }

    private static String next(Refund.State state) {
        return switch (state) {
            case REQUESTED -> "请申请人以外的一位主管核对后，在停车场页面批准或不予批准。";
            case REFUNDED -> "款项已退回付款人。如果这笔扣款有争议，现在可以在任务“处理有争议的扣款”里决定重新测试或放弃。";
            case DECLINED -> "款项还没有退回。如果仍要退款，请重新申请。";
            case FAILED -> "款项没有退回。请在停车场页面查看渠道的说明，处理后重新申请退款。";
            case APPROVED, SENT -> "正在向渠道查询，无需操作。";
        };
    }
}
