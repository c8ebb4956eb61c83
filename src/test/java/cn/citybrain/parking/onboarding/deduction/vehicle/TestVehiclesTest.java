package cn.citybrain.parking.onboarding.deduction.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.TestAdapters;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.FakeChannel;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.deduction.VehicleRefused;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Test vehicles, and what the lot hears about them. */
@OnboardingTest
class TestVehiclesTest {

    @Autowired
    ApplicationContext context;

    TestBench bench;
    LotBinding binding;

    @BeforeEach
    void lotUnderTest() {
        bench = new TestBench(context);
        binding = bench.underTest();
    }

    @AfterEach
    void reset() {
        bench.clock.reset();
    }

    @Test
    void saysWhatTheChannelSaysAboutTheAgreement() {
        assertThat(vehicle().agreement()).isEqualTo(AgreementState.SIGNED);
        bench.channel.agreement = new Agreement.NotSigned("未开通停车服务");
        assertThat(bench.vehicles.refreshAgreement(vehicle().id()).agreementText())
                .isEqualTo("未签约：未开通停车服务");
        bench.channel.agreement = new Agreement.Undeterminable("没有付款人标识");
        assertThat(bench.vehicles.refreshAgreement(vehicle().id()).agreementText())
                .contains("没有付款人标识");
    }

    @Test
    void anOutageOfTheChannelDoesNotStopTheRegistration() {
        LotBinding other = bench.configured();
        FakeChannel broken = new FakeChannel() {
            @Override
            public Agreement agreement(LotRegistration lot, Plate plate) {
                throw new ChannelException("down");
            }
        };
        TestVehicles vehicles = new TestVehicles(
                bench.vehicleTable,
                bench.table,
                context.getBean(ChannelLots.class),
                TestAdapters.with(broken.adapter()));
        assertThat(vehicles.register(other.id(), "浙AD12345", 5, null, "vendor").agreement())
                .isEqualTo(AgreementState.UNDETERMINABLE);
    }

    @Test
    void registersAPlateOnceHoweverItIsWritten() {
        TestVehicle again = bench.vehicles.register(binding.id(), " 浙a·12345 ", 1, "openid-1", "vendor");
        assertThat(again.id()).isEqualTo(vehicle().id());
        assertThat(bench.vehicles.of(binding.id())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"浙·A12345", "浙a12345", "浙Ａ１２３４５", "浙 A12345", " 浙A-12345 "})
    void everySpellingOfAPlateIsThatPlate(String spelling) {
        assertThat(bench.vehicles
                        .register(binding.id(), spelling, 1, "openid-1", "vendor")
                        .id())
                .isEqualTo(vehicle().id());
        assertThat(bench.desk.admit(binding.lotCode(), spelling)).isInstanceOf(Admission.Admitted.class);
        assertThat(bench.desk.departureInfo(binding.lotCode(), spelling).departurePay())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "浙AD12345, 5",
        "浙A12345D, 5",
        "浙A1234领, 4",
        "使014578, 4",
        "224578使, 4",
        "WJ浙12345, 3",
        "浙X1234应急, 3",
        "民航A0001, 5",
        "VA12345, 3"
    })
    void aVehicleOfEveryKindCanBeTested(String plate, int color) {
        TestVehicle registered = bench.vehicles.register(binding.id(), plate, color, "", "vendor");

        assertThat(registered.plate().number()).isEqualTo(plate);
        assertThat(bench.desk.admit(binding.lotCode(), plate)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aPlateThatTheChannelCannotTakeIsRefusedWithItsReason() {
        bench.channel.obstacle = "这个渠道不能用使馆车牌测试，请换一辆车";

        assertThatThrownBy(() -> bench.vehicles.register(binding.id(), "使014578", 4, "", "vendor"))
                .isInstanceOfSatisfying(VehicleRefused.class, refused -> assertThat(refused.fields())
                        .containsEntry("plateNo", bench.channel.obstacle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"无牌车", "未识别", "临A12345", "_无_", "000000"})
    void aRecordWithoutAPlateMatchesNoTestVehicle(String none) {
        assertThatThrownBy(() -> bench.vehicles.register(binding.id(), none, 1, "", "vendor"))
                .isInstanceOf(VehicleRefused.class)
                .hasMessageContaining("必须有正式车牌");
        assertThat(refusal(none)).contains("没有识别出车牌");
        assertThat(bench.desk.promise(binding.lotCode(), none)).isEmpty();
        assertThat(bench.vehicleTable.active(binding.lotCode(), none)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "浙A1234, 1, '', plateNo",
        "A12345, 1, '', plateNo",
        "浙I12345, 1, '', plateNo",
        "浙AO2345, 1, '', plateNo",
        "'', 1, '', plateNo",
        "浙AD12345, 1, '', plateColor",
        "浙A12345, 9, '', plateColor",
        "浙A12345, 1, a b, payerId"
    })
    void namesTheFieldThatIsWrong(String plate, int color, String payer, String field) {
        assertThatThrownBy(() -> bench.vehicles.register(binding.id(), plate, color, payer, "vendor"))
                .isInstanceOfSatisfying(VehicleRefused.class, refused -> {
                    Map<String, String> fields = refused.fields();
                    assertThat(fields).containsOnlyKeys(field);
                    assertThat(fields.get(field)).containsPattern("\\p{IsHan}");
                });
    }

    @Test
    void aPlateIsFreeAgainWhenItsTestIsOver() {
        bench.bindings.withdrawn(binding.id());
        assertThatThrownBy(() -> bench.vehicles.register(binding.id(), "浙A12345", 1, "", "vendor"))
                .isInstanceOf(VehicleRefused.class)
                .hasMessageContaining("已撤回");
    }

    @Test
    void isNotRemovedWhileMoneyMayBeOnItsWay() {
        Bill bill = bench.passed(binding);
        bench.channel.onDeduct = order -> new DeductionResult.Pending();
        bench.deductions.advance(binding.id(), bill.id());
        assertThatThrownBy(() -> bench.vehicles.remove(binding.id(), vehicle().id(), "vendor"))
                .isInstanceOf(VehicleRefused.class);
    }

    @Test
    void onlyARegisteredPlateOfALotUnderTestMayPay() {
        assertThat(bench.desk.admit(binding.lotCode(), "浙A12345")).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal("浙B88888")).contains("未登记", "接口开发与对接准备");
        bench.vehicles.remove(binding.id(), vehicle().id(), "vendor");
        assertThat(refusal("浙A12345")).contains("未登记");
    }

    @Test
    void refusalsSayWhereTheBillBelongs() {
        LotBinding waiting = bench.configured();
        bench.vehicles.register(waiting.id(), "浙A12345", 1, "", "vendor");
        assertThat(refusal(waiting.lotCode(), "浙A12345")).contains("尚未开始测试");
        assertThat(refusal(waiting.lotCode(), "浙B88888")).contains("没有处于测试阶段", "正式环境");
        assertThat(refusal("nowhere", "浙A12345")).contains("没有正在办理");

        bench.bindings.live(binding.id(), bench.clock.instant());
        assertThat(refusal("浙A12345")).contains("已正式接入", "正式环境");
        assertThat(refusal("浙B88888")).contains("已正式接入");
    }

    @Test
    void aWithdrawnTestPaysNothing() {
        bench.bindings.requestWithdrawal(binding.id(), "operator", "不接了");
        assertThat(refusal("浙A12345")).contains("正在撤回");
        bench.bindings.withdrawn(binding.id());
        assertThat(refusal("浙A12345")).contains("已撤回");
    }

    @Test
    void aTestVehicleMayLeaveFirstAndPayLater() {
        DepartureInfo info = bench.desk.departureInfo(binding.lotCode(), "浙A12345");
        assertThat(info).isEqualTo(new DepartureInfo(true, true, bench.settings.amountCap(), ""));
        assertThat(bench.desk.departureInfo(binding.lotCode(), "浙B88888").departurePay())
                .isFalse();
    }

    @Test
    void aVehicleThatTheChannelBlocksMayNotLeaveUnpaid() {
        bench.channel.onEntry = visit -> new EntryResult.Blocked("PK1", "有欠费");
        String uid = binding.lotCode() + "inside";
        bench.setup
                .sql("INSERT INTO stay (lot_code, uid, entry_plate, entry_plate_color, entered_at, entry_received_at)"
                        + " VALUES (?, ?, '浙A12345', 1, ?, ?)")
                .params(binding.lotCode(), uid, TestBench.at(TestBench.ENTERED), TestBench.at(TestBench.ENTERED))
                .update();
        bench.visits.entered(
                binding,
                vehicle().plate(),
                bench.records.stay(binding.lotCode(), uid).orElseThrow());
        DepartureInfo info = bench.desk.departureInfo(binding.lotCode(), "浙A12345");
        assertThat(info.departurePay()).isFalse();
        assertThat(info.moneyLimit()).isZero();
        assertThat(info.message()).contains("有欠费");

        ChannelVisit visit = bench.visitTable.find(binding.id(), uid).orElseThrow();
        bench.visitTable.moved(visit.visitNo(), "someone-else", true, "");
        assertThat(bench.desk.departureInfo(binding.lotCode(), "浙A12345").departurePay())
                .isFalse();
        bench.visitTable.moved(visit.visitNo(), visit.reference(), true, "");
        assertThat(bench.desk.departureInfo(binding.lotCode(), "浙A12345").departurePay())
                .isTrue();
    }

    private String refusal(String plate) {
        return refusal(binding.lotCode(), plate);
    }

    private String refusal(String lotCode, String plate) {
        return ((Admission.Refused) bench.desk.admit(lotCode, plate)).message();
    }

    private TestVehicle vehicle() {
        return bench.vehicles.of(binding.id()).get(0);
    }
}
