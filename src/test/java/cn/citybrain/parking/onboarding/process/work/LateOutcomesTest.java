package cn.citybrain.parking.onboarding.process.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelInbox;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 核实扣款结果 ends by itself when the channel answers after all, and the gate goes on with that answer. */
@OnboardingTest
class LateOutcomesTest {

    @Autowired
    ApplicationContext app;

    ProcessBench bench;
    LotBinding lot;
    DeductionOrder order;

    @BeforeEach
    void aSupervisorIsAsked() {
        bench = new ProcessBench(app);
        lot = bench.testing(1).get(0);
        bench.channel.deduct = sent -> {
            order = sent;
            return new DeductionResult.Unknown("超时");
        };
        bench.channel.query = sent -> new DeductionResult.Unknown("超时");
        bench.drive(lot);
        for (int hours = 0; hours < 30 && bench.task(gate(), "userTask_clarifyDeduction") == null; hours++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(1));
        }
        assertThat(steps()).containsExactly("userTask_clarifyDeduction");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void goesLiveWhenACallbackSaysThatItSucceeded() {
        bench.channel.read = request -> new ChannelNotice.DeductionDecided(
                "N" + order.outTradeNo(), order.outTradeNo(), ScriptedChannel.charged(order), "{}");
        app.getBean(ChannelInbox.class)
                .take(Channel.WECHATPAY, new CallbackRequest("transactions", Map.of(), new byte[0]));
        assertThat(steps()).containsExactly("serviceTask_deduct");
        carryOn();
        assertThat(bench.ends(gate())).contains("endEvent_live");
        assertThat(state()).isEqualTo(BindingState.LIVE);
    }

    @Test
    void goesLiveWhenTheSweepFindsThatItSucceeded() {
        sweepFinds(ScriptedChannel::charged);
        assertThat(state()).isEqualTo(BindingState.LIVE);
    }

    @Test
    void waitsForTheNextRecordWhenItFailed() {
        sweepFinds(sent -> new DeductionResult.Failed("NOTENOUGH", "余额不足"));
        assertThat(steps()).containsExactly("receiveTask_awaitRecord");
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("测试未通过"));
        assertThat(bench.mails("余额不足")).isNotEmpty();
        assertThat(state()).isEqualTo(BindingState.TESTING);
    }

    @Test
    void opensTheOtherTaskWhenItIsDisputed() {
        sweepFinds(ScriptedChannel::chargedAnotherAmount);
        assertThat(steps()).containsExactly("userTask_disputed");
        assertThat(state()).isEqualTo(BindingState.TESTING);
    }

    @Test
    void staysOpenWhileTheChannelDoesNotKnowEither() {
        sweepFinds(sent -> new DeductionResult.Unknown("超时"));
        assertThat(steps()).containsExactly("userTask_clarifyDeduction");
        assertThat(app.getBean(GateArrivals.class).sweep()).isZero();
    }

    @Test
    void findsAnOutcomeWhoseEventWasLost() {
        settledUnheard();
        assertThat(steps()).containsExactly("userTask_clarifyDeduction");
        assertThat(app.getBean(GateArrivals.class).sweep()).isEqualTo(1);
        carryOn();
        assertThat(state()).isEqualTo(BindingState.LIVE);
    }

    @Test
    void findsAnOutcomeThatCameWhileTheTaskWasOpening() {
        settledUnheard();
        bench.runtime
                .createProcessInstanceModification(instance())
                .cancelAllForActivity("userTask_clarifyDeduction")
                .startBeforeActivity("userTask_clarifyDeduction")
                .execute();
        assertThat(steps()).containsExactly("serviceTask_deduct");
    }

    @Test
    void letsNobodyAbandonWhatTheChannelHasAnswered() {
        settledUnheard();
        assertThatThrownBy(
                        () -> bench.complete(gate(), "userTask_clarifyDeduction", Map.of("clarifyDecision", "abandon")))
                .hasMessageContaining("渠道刚刚给出了这笔扣款的结果");
        assertThat(app.getBean(Deductions.class).latest(lot.id()).orElseThrow().abandonedAt())
                .isNull();
    }

    @Test
    void anOlderDeductionOfTheLotDoesNotAnswerTheQuestion() {
        bench.complete(gate(), "userTask_clarifyDeduction", Map.of("clarifyDecision", "abandon"));
        DeductionOrder abandoned = order;
        bench.drive(lot);
        for (int hours = 0; hours < 30 && bench.task(gate(), "userTask_clarifyDeduction") == null; hours++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(1));
        }
        bench.channel.read = request -> new ChannelNotice.DeductionDecided(
                "N" + abandoned.outTradeNo(),
                abandoned.outTradeNo(),
                new DeductionResult.Failed("CLOSED", "已关闭"),
                "{}");
        app.getBean(ChannelInbox.class)
                .take(Channel.WECHATPAY, new CallbackRequest("transactions", Map.of(), new byte[0]));
        assertThat(order.outTradeNo()).isNotEqualTo(abandoned.outTradeNo());
        assertThat(steps()).containsExactly("userTask_clarifyDeduction");
    }

    /** The daily question about what nobody knows, answered for this lot; then what follows from it. */
    private void sweepFinds(Function<DeductionOrder, DeductionResult> answer) {
        bench.channel.query = asked ->
                asked.outTradeNo().equals(order.outTradeNo()) ? answer.apply(asked) : new DeductionResult.Unknown("超时");
        bench.clock.advance(Duration.ofDays(1));
        app.getBean(Reconciliation.class).sweep();
        carryOn();
    }

    private void carryOn() {
        bench.worker.runOnce();
        bench.runJobs(gate());
    }

    private void settledUnheard() {
        int changed = bench.jdbc
                .sql("UPDATE deduction SET state = 'SUCCEEDED', version = version + 1, next_query_at = NULL,"
                        + " transaction_no = 'TX1', charged_amount = amount WHERE out_trade_no = ?")
                .param(order.outTradeNo())
                .update();
        assertThat(changed).isEqualTo(1);
    }

    private Set<String> steps() {
        return bench.steps(gate());
    }

    private String instance() {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(gate())
                .singleResult()
                .getId();
    }

    private String gate() {
        return ProcessBench.gate(lot);
    }

    private BindingState state() {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }
}
