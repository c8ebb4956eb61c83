package cn.citybrain.parking.onboarding.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Decided;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Outcome;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Undecided;
import cn.citybrain.parking.onboarding.deduction.Killer.Killed;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The process dies at every boundary there is; afterwards the bill is charged once, and the outcome is known. */
@OnboardingTest
class DeductionCrashTest {

    @Autowired
    ApplicationContext context;

    Killer killer;
    TestBench bench;
    LotBinding binding;

    @BeforeEach
    void lotUnderTest() {
        killer = new Killer(context.getBean(DataSource.class));
        bench = new TestBench(context, killer);
        binding = bench.underTest();
    }

    @AfterEach
    void reset() {
        bench.clock.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedAroundAnyStatementOrCommitItChargesOnce(boolean afterwards) {
        int boundary = 1;
        boolean died = true;
        while (died) {
            Bill bill = bench.passed(binding);
            killer.dieAt(boundary, afterwards);
            died = dies(bill);
            killer.spare();
            assertCharged(bill, "killed " + (afterwards ? "after" : "before") + " boundary " + boundary);
            boundary++;
        }
        assertThat(boundary).as("boundaries tried").isGreaterThan(15);
    }

    @Test
    void killedBeforeTheRequestLeavesItChargesOnce() {
        Bill bill = bench.passed(binding);
        bench.channel.onDeduct = order -> {
            throw new Killed("before the request");
        };
        assertThat(dies(bill)).isTrue();
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.SENT);
        bench.channel.onDeduct = bench.channel::charge;
        assertCharged(bill, "killed before the request");
    }

    @Test
    void killedAfterTheChargeItChargesOnce() {
        Bill bill = bench.passed(binding);
        bench.channel.onDeduct = order -> {
            bench.channel.charge(order);
            throw new Killed("after the charge");
        };
        assertThat(dies(bill)).isTrue();
        bench.channel.onDeduct = bench.channel::charge;
        assertCharged(bill, "killed after the charge");
    }

    @Test
    void killedWhileItSendsAgainItChargesOnce() {
        Bill bill = bench.passed(binding);
        bench.channel.onDeduct = order -> {
            throw new Killed("before the request");
        };
        dies(bill);
        bench.clock.advance(bench.channel.settleTime());
        bench.channel.onDeduct = order -> {
            bench.channel.charge(order);
            throw new Killed("after the second request");
        };
        assertThat(dies(bill)).isTrue();
        bench.channel.onDeduct = bench.channel::charge;
        assertCharged(bill, "killed while it sent again");
    }

    private boolean dies(Bill bill) {
        try {
            bench.deductions.advance(binding.id(), bill.id());
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    private void assertCharged(Bill bill, String when) {
        // whoever died while it told of the visit is followed by now
        bench.clock.advance(Duration.ofMinutes(2));
        DeductionStatus status = bench.deductions.advance(binding.id(), bill.id());
        while (status instanceof Undecided undecided) {
            bench.clock.advance(undecided.askAgainIn());
            status = bench.deductions.advance(binding.id(), bill.id());
        }
        assertThat(status).as(when).isEqualTo(new Decided(Outcome.SUCCEEDED));
        String number = bench.deduction(bill).outTradeNo();
        assertThat(bench.channel.charges.stream()
                        .filter(order -> order.outTradeNo().equals(number)))
                .as(when)
                .hasSize(1);
    }
}
