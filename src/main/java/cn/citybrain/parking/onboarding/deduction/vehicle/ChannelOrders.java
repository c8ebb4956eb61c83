package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionOrders;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import org.springframework.stereotype.Component;

/** The order by which a channel knows a charge: as it was sent, or, if it claims one that was never sent, as it would have been. */
@Component
public class ChannelOrders {

    private final DeductionOrders orders;
    private final VisitTable visits;
    private final ChannelLots lots;

    ChannelOrders(DeductionOrders orders, VisitTable visits, ChannelLots lots) {
        this.orders = orders;
        this.visits = visits;
        this.lots = lots;
    }

    /** @throws IllegalStateException if nothing was sent and the visit is not known either */
    public DeductionOrder of(Deduction deduction) {
        return orders.sent(deduction).orElseGet(() -> neverSent(deduction));
    }

    private DeductionOrder neverSent(Deduction deduction) {
        LotBinding binding = lots.binding(deduction.bindingId());
        ChannelVisit visit = visits.find(binding.id(), deduction.uid())
                .orElseThrow(
                        () -> new IllegalStateException("the visit of deduction " + deduction.id() + " is not known"));
        return new DeductionOrder(
                deduction.outTradeNo(),
                visit.visit(lots.registration(binding)),
                deduction.amount(),
                binding.lotName() + "停车费",
                null);
    }
}
