package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelVisit;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestStage;
import cn.citybrain.parking.onboarding.deduction.vehicle.VehicleTable;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitTable;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes payment requests of registered test vehicles of lots under test, and refuses all others with a sentence. */
@Component
class TestPaymentDesk implements PaymentDesk {

    private final VehicleTable vehicles;
    private final VisitTable visits;
    private final LotBindings bindings;
    private final PayResults results;
    private final DeductionSettings settings;

    TestPaymentDesk(
            VehicleTable vehicles,
            VisitTable visits,
            LotBindings bindings,
            PayResults results,
            DeductionSettings settings) {
        this.vehicles = vehicles;
        this.visits = visits;
        this.bindings = bindings;
        this.results = results;
        this.settings = settings;
    }

    @Override
    public Admission admit(String lotCode, String plateNo) {
        if (PlateNumber.absent(plateNo)) {
            return new Admission.Refused("没有识别出车牌，不能按测试车辆扣款；测试车辆请检查车牌识别，其他车辆请在场内缴费");
        }
        Optional<TestVehicle> vehicle = vehicles.active(lotCode, plateNo);
        Optional<String> obstacle = vehicle.isPresent()
                ? TestStage.obstacle(bindings.byId(vehicle.get().bindingId()).orElseThrow())
                : Optional.of(unregistered(lotCode));
        return obstacle.<Admission>map(Admission.Refused::new).orElseGet(Admission.Admitted::new);
    }

    @Override
    public DepartureInfo departureInfo(String lotCode, String plateNo) {
        if (admit(lotCode, plateNo) instanceof Admission.Refused refused) {
            return refusal(refused.message());
        }
        TestVehicle vehicle = vehicles.active(lotCode, plateNo).orElseThrow();
        if (vehicle.agreement() == AgreementState.NOT_SIGNED) {
            return refusal("该车辆未与" + name(vehicle) + "签约免密支付，请在场内缴费");
        }
        return visits.inside(vehicle.bindingId(), vehicle.plate().number())
                .filter(visit ->
                        visit.state() == ChannelVisit.State.BLOCKED || visit.state() == ChannelVisit.State.REJECTED)
                .map(visit -> refusal(name(vehicle) + "暂不为该车辆扣款（" + visit.reason() + "），请在场内缴费"))
                .orElseGet(() -> new DepartureInfo(true, true, settings.amountCap(), ""));
    }

    @Override
    public Optional<PayResult> payResult(Bill bill) {
        return results.of(bill);
    }

    private String unregistered(String lotCode) {
        List<LotBinding> known = bindings.of(lotCode);
        if (known.stream().anyMatch(binding -> binding.state() == BindingState.TESTING)) {
            return "该车牌未登记为本停车场的测试车辆，本环境只对登记的测试车辆扣款；测试车辆请先在“接口开发与对接准备”中登记，其他车辆的" + TestStage.ELSEWHERE;
        }
        if (known.stream().anyMatch(binding -> binding.state() == BindingState.LIVE)) {
            return "本停车场已正式接入，本环境只做接入测试，" + TestStage.ELSEWHERE;
        }
        return known.isEmpty()
                ? "本停车场没有正在办理的支付渠道接入，本环境不扣款，" + TestStage.ELSEWHERE
                : "本停车场没有处于测试阶段的支付渠道，本环境不扣款，" + TestStage.ELSEWHERE;
    }

    private static DepartureInfo refusal(String message) {
        return new DepartureInfo(false, false, 0, message);
    }

    private static String name(TestVehicle vehicle) {
        return Channel.of(vehicle.channel()).displayName();
    }
}
