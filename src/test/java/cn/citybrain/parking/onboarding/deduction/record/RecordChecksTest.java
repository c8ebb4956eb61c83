package cn.citybrain.parking.onboarding.deduction.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.CheckOutcome;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.deduction.ReadyRecord;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnboardingTest
class RecordChecksTest {

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
    void aCompleteRecordIsReadyAtOnceAndOnlyOnce() {
        Bill bill = bench.bill(binding);
        assertThat(bench.checks.ready(binding.id())).contains(new ReadyRecord(binding.id(), bill.id(), bill.uid()));
        bench.records.consume(bill.id(), binding.id());
        assertThat(bench.checks.ready(binding.id())).isEmpty();
    }

    @Test
    void missingPhotosAreWaitedForAsLongAsAgreed() {
        String uid = binding.lotCode() + "nophoto";
        bench.stay(binding, uid);
        Bill bill = bench.bill(binding, uid);
        assertThat(bench.checks.ready(binding.id())).isEmpty();
        bench.clock.set(bill.receivedAt().plus(bench.settings.photoGrace()));
        assertThat(bench.checks.ready(binding.id())).isPresent();
    }

    @Test
    void saysWhatARecordStillLacksAndHowLongThatIsWaitedFor() {
        assertThat(bench.checks.awaited(binding.id())).isEmpty();
        String uid = binding.lotCode() + "nophoto";
        bench.stay(binding, uid);
        bench.photo(binding, uid, 1);
        Bill bill = bench.bill(binding, uid);

        assertThat(bench.checks.awaited(binding.id()))
                .contains(new AwaitedRecord(
                        bill.receivedAt(), List.of("出场照片"), bill.receivedAt().plus(bench.settings.photoGrace())));

        bench.photo(binding, uid, 2);
        assertThat(bench.checks.awaited(binding.id()).orElseThrow().lacks()).isEmpty();
        bench.records.consume(bill.id(), binding.id());
        assertThat(bench.checks.awaited(binding.id())).isEmpty();
    }

    @Test
    void aBillOfAnUnregisteredPlateIsNeverReady() {
        LotBinding other = bench.configured();
        bench.bill(other);
        assertThat(bench.checks.ready(other.id())).isEmpty();
    }

    @Test
    void aFlawlessRecordPassesAndStaysPassed() {
        Bill bill = bench.bill(binding);
        assertThat(bench.checks.check(binding.id(), bill.id())).isInstanceOf(CheckOutcome.Passed.class);
        bench.clock.advance(Duration.ofDays(3));
        assertThat(bench.checks.check(binding.id(), bill.id())).isInstanceOf(CheckOutcome.Passed.class);
        assertThat(bench.diagnoses.of(binding.id())).isEmpty();
    }

    @Test
    void aSpoiledRecordIsDiagnosedOnceAndRefusedToTheLot() {
        String uid = binding.lotCode() + "spoiled";
        bench.stay(binding, uid);
        bench.photo(binding, uid, 1);
        Bill bill = bench.bill(binding, uid);

        CheckOutcome first = bench.checks.check(binding.id(), bill.id());
        bench.photo(binding, uid, 2);
        CheckOutcome second = bench.checks.check(binding.id(), bill.id());

        assertThat(first).isEqualTo(second);
        assertThat(bench.diagnoses.of(binding.id())).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.kind()).isEqualTo(Diagnosis.Kind.RECORD);
            assertThat(diagnosis.billNo()).isEqualTo(bill.billId());
            assertThat(diagnosis.text()).contains("离场照片");
        });
        PayResult refusal = bench.desk.payResult(bill).orElseThrow();
        assertThat(refusal.success()).isFalse();
        assertThat(refusal.actualPay()).isZero();
        assertThat(refusal.message()).contains("离场照片");
        assertThat(bench.setup
                        .sql("SELECT count(*) FROM lot_message WHERE bill_id = ?")
                        .param(bill.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSecondBillOfAChargedVisitIsRepeated() {
        Bill bill = bench.passed(binding);
        bench.deductions.advance(binding.id(), bill.id());
        Bill again = bench.bill(binding, bill.uid());
        assertThat(bench.checks.check(binding.id(), again.id()))
                .isInstanceOfSatisfying(CheckOutcome.Failed.class, failed -> assertThat(failed.findings())
                        .extracting(Finding::rule)
                        .containsExactly("BILL_NOT_REPEATED"));
    }

    @Test
    void twoBillsOfOneVisitAreBothRefused() {
        Bill first = bench.bill(binding);
        Bill second = bench.bill(binding, first.uid());

        assertThat(rules(first)).containsExactly("BILL_NOT_REPEATED");
        assertThat(rules(second)).containsExactly("BILL_NOT_REPEATED");
        assertThat(bench.desk.payResult(first).orElseThrow().success()).isFalse();
        assertThat(bench.desk.payResult(second).orElseThrow().success()).isFalse();
    }

    @Test
    void aBillWithAFlawOfItsOwnMayBeFollowedByAnother() {
        Bill first = bench.bill(binding);
        bench.setup
                .sql("UPDATE bill SET amount = 0 WHERE id = ?")
                .param(first.id())
                .update();
        assertThat(rules(first)).containsExactly("AMOUNT_POSITIVE");

        Bill second = bench.bill(binding, first.uid());
        assertThat(bench.checks.check(binding.id(), second.id())).isInstanceOf(CheckOutcome.Passed.class);
    }

    @Test
    void aBillThatCameWhileAnotherWasChargedIsRefusedWhenThatSucceeds() {
        Bill bill = bench.passed(binding);
        Bill late = bench.bill(binding, bill.uid());
        assertThat(bench.desk.payResult(late)).isEmpty();

        bench.deductions.advance(binding.id(), bill.id());

        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(rules(late)).containsExactly("BILL_NOT_REPEATED");
        assertThat(bench.records.bill(late.id()).orElseThrow().consumedBy()).isEqualTo(binding.id());
        assertThat(bench.desk.payResult(late).orElseThrow().message()).contains("另一张账单");
        assertThat(bench.table.ofBill(late.id())).isEmpty();
    }

    @Test
    void aBillWhosePlateWasRemovedMeanwhileIsAnswered() {
        bench.clock.set(TestBench.ENTERED);
        LotBinding lot = bench.underTest();
        Bill bill = bench.bill(lot);
        bench.clock.set(bill.receivedAt().plusSeconds(1));
        bench.vehicles.remove(lot.id(), bench.vehicles.of(lot.id()).get(0).id(), "vendor");

        assertThat(bench.checks.ready(lot.id())).contains(new ReadyRecord(lot.id(), bill.id(), bill.uid()));
        assertThat(bench.checks.check(lot.id(), bill.id()))
                .isInstanceOfSatisfying(CheckOutcome.Failed.class, failed -> assertThat(failed.findings())
                        .extracting(Finding::rule)
                        .containsExactly("PLATE_REGISTERED"));
        assertThat(bench.desk.payResult(bill).orElseThrow().message()).contains("没有登记为本停车场该渠道的测试车辆");
    }

    @Test
    void aBillThatIsLeftOverWhenTheTestEndsIsRefused() {
        Bill bill = bench.bill(binding);
        assertThat(bench.desk.payResult(bill)).isEmpty();

        bench.bindings.withdrawn(binding.id());
        PayResult withdrawn = bench.desk.payResult(bill).orElseThrow();
        assertThat(withdrawn.success()).isFalse();
        assertThat(withdrawn.message()).isEqualTo("未扣款：本停车场的微信支付接入已撤回，不再测试扣款");
        assertThat(bench.desk.payResult(bill)).contains(withdrawn);

        LotBinding other = bench.underTest();
        Bill late = bench.bill(other);
        bench.bindings.live(other.id(), bench.clock.instant());
        assertThat(bench.desk.payResult(late).orElseThrow().message())
                .isEqualTo("未扣款：本停车场的微信支付已正式接入，本环境只做接入测试，账单请提交到智停平台正式环境");
    }

    @Test
    void aPlateThatIsRemovedBeforeTheChargeIsNotCharged() {
        Bill bill = bench.passed(binding);
        bench.vehicles.remove(
                binding.id(), bench.vehicles.of(binding.id()).get(0).id(), "vendor");

        bench.deductions.advance(binding.id(), bill.id());

        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.FAILED);
        assertThat(bench.deduction(bill).sentAt()).isNull();
        assertThat(bench.desk.payResult(bill).orElseThrow().message()).contains("测试车辆在扣款之前被删除");
    }

    private List<String> rules(Bill bill) {
        return bench.checks.check(binding.id(), bill.id()) instanceof CheckOutcome.Failed failed
                ? failed.findings().stream().map(Finding::rule).toList()
                : List.of();
    }
}
