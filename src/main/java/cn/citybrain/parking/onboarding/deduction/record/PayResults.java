package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelLots;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestStage;
import cn.citybrain.parking.onboarding.deduction.vehicle.VehicleTable;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The result of a bill as its lot gets it; empty while nothing is decided, and while the money of a disputed charge is not
 * back. A bill left over when the test ended is refused: nothing taken in stays without an answer.
 */
@Component
public class PayResults {

    private final DeductionTable deductions;
    private final Diagnoses diagnoses;
    private final VehicleTable vehicles;
    private final ChannelLots lots;

    PayResults(DeductionTable deductions, Diagnoses diagnoses, VehicleTable vehicles, ChannelLots lots) {
        this.deductions = deductions;
        this.diagnoses = diagnoses;
        this.vehicles = vehicles;
        this.lots = lots;
    }

    public Optional<PayResult> of(Bill bill) {
        Optional<Deduction> deduction = deductions.ofBill(bill.id());
        return deduction.isPresent() ? of(deduction.get()) : refusal(bill).or(() -> leftOver(bill));
    }

    private Optional<PayResult> of(Deduction deduction) {
        int paidType = Channel.of(deduction.channel()).paidType();
        return switch (deduction.state()) {
            case SUCCEEDED ->
                Optional.of(new PayResult(
                        true,
                        deduction.amount(),
                        deduction.decidedAt(),
                        Objects.requireNonNullElse(deduction.transactionNo(), ""),
                        paidType,
                        ""));
            case FAILED ->
                Optional.of(new PayResult(false, 0, deduction.decidedAt(), "", paidType, "扣款失败：" + deduction.reason()));
            case DISPUTED ->
                Optional.ofNullable(deduction.disputeClosedAt())
                        .map(at -> new PayResult(false, 0, at, "", paidType, "扣款失败：渠道的扣款与账单不符，款项已退回"));
            case PREPARED, SENT, UNKNOWN -> Optional.empty();
        };
    }

    /** The record did not pass: said as a failed payment, with the diagnosis. */
    private Optional<PayResult> refusal(Bill bill) {
        return diagnoses
                .ofBill(bill.id())
                .map(diagnosis -> refused(
                        lots.binding(diagnosis.bindingId()),
                        diagnosis.at(),
                        diagnosis.text().replace('\n', '；')));
    }

    private Optional<PayResult> leftOver(Bill bill) {
        return Optional.ofNullable(bill.consumedBy())
                .or(() -> vehicles.admitting(bill).map(TestVehicle::bindingId))
                .map(lots::binding)
                .filter(TestStage::over)
                .map(binding -> refused(
                        binding, bill.receivedAt(), TestStage.obstacle(binding).orElseThrow()));
    }

    private static PayResult refused(LotBinding binding, Instant at, String why) {
        return new PayResult(false, 0, at, "", Channel.of(binding.channel()).paidType(), "未扣款：" + why);
    }
}
