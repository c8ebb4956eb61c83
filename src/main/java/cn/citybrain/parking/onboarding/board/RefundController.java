package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.board.BindingView.RefundView;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors give test money back: one asks, another one approves. */
@RestController
class RefundController {

    private final VisibleLots visible;
    private final Deductions deductions;
    private final Refunds refunds;
    private final DeductionViews views;

    RefundController(VisibleLots visible, Deductions deductions, Refunds refunds, DeductionViews views) {
        this.visible = visible;
        this.deductions = deductions;
        this.refunds = refunds;
        this.views = views;
    }

    /** For the newest deduction of the binding that the channel charged. */
    @PostMapping("/api/bindings/{id}/refund")
    @ResponseStatus(HttpStatus.CREATED)
    RefundView request(@PathVariable long id, @RequestBody NewRefund refund) {
        LotBinding binding = visible.binding(id);
        String by = supervisor();
        Deduction charged = deductions.of(binding.id()).stream()
                .filter(deduction -> deduction.chargedAmount() != null)
                .findFirst()
                .orElseThrow(() -> new Conflict("渠道没有确认过该停车场的扣款，没有可退的款项"));
        return view(refunds.request(charged.id(), by, refund.reason()));
    }

    @PostMapping("/api/refunds/{id}/approve")
    RefundView approve(@PathVariable long id) {
        long visibleId = visibleRefund(id).id();
        refunds.approve(visibleId, supervisor());
        return view(visibleId);
    }

    @PostMapping("/api/refunds/{id}/decline")
    RefundView decline(@PathVariable long id) {
        long visibleId = visibleRefund(id).id();
        refunds.decline(visibleId, supervisor());
        return view(visibleId);
    }

    private Refund visibleRefund(long id) {
        Refund refund = refunds.byId(id).orElseThrow(NotFound::new);
        visible.binding(deductions.byId(refund.deductionId()).orElseThrow().bindingId());
        return refund;
    }

    private String supervisor() {
        if (!visible.actor().is(Role.OPS_SUPERVISOR)) {
            throw new Forbidden("退款由运营公司主管申请和批准");
        }
        return visible.actor().userId();
    }

    private RefundView view(long id) {
        return views.view(refunds.byId(id).orElseThrow());
    }

    record NewRefund(String reason) {}
}
