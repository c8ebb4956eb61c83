package cn.citybrain.parking.onboarding.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import java.time.Duration;
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
}
