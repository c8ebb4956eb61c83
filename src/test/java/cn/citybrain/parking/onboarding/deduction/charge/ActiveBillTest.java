package cn.citybrain.parking.onboarding.deduction.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;

/** Whatever the code above it does: the database holds one attempt of a bill at most that is undecided or charged. */
@OnboardingTest
@Tag("faults")
class ActiveBillTest {

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
    void ofManyAttemptsAtOnceOneIsWrittenDown() {
        Bill bill = bench.passed(binding);
        List<Integer> written = IntStream.rangeClosed(1, 8)
                .parallel()
                .filter(attempt -> prepares(bill, attempt))
                .boxed()
                .toList();
        assertThat(written).hasSize(1);
    }

    @Test
    void anotherAttemptNeedsADefiniteFailure() {
        Bill bill = bench.passed(binding);
        bench.channel.onDeduct = order -> new DeductionResult.Unknown("超时");
        bench.deductions.advance(binding.id(), bill.id());
        assertThatThrownBy(() -> bench.table.prepare(binding, bill, 2)).isInstanceOf(DuplicateKeyException.class);

        bench.settlement.settle(
                bench.deduction(bill).outTradeNo(),
                new DeductionResult.Failed("NOTENOUGH", "余额不足"),
                Settlement.Source.QUERY);
        assertThat(prepares(bill, 2)).isTrue();
    }

    private boolean prepares(Bill bill, int attempt) {
        try {
            bench.table.prepare(binding, bill, attempt);
            return true;
        } catch (DuplicateKeyException active) {
            return false;
        }
    }
}
