package cn.citybrain.parking.onboarding.process.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelInbox;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.process.mail.ChannelOutages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A channel that is down for hours makes no incidents: its work pauses, and goes on by itself. */
@OnboardingTest
class BrokenChannelTest {

    @Autowired
    ApplicationContext app;

    @LocalServerPort
    int port;

    ProcessBench bench;
    Circuit circuit;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        circuit = app.getBean(Circuits.class).of(Channel.WECHATPAY);
    }

    @AfterEach
    void close() {
        TestLines.mend(circuit);
        bench.close();
    }

    @Test
    void isNotCalledWhileItIsLeftAlone() {
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        AtomicInteger asked = new AtomicInteger();
        bench.channel.lotState = () -> {
            asked.incrementAndGet();
            return new LotState.Registered("R1", "P1");
        };
        LotBinding lot = bound();
        TestLines.breakDown(circuit);
        for (int minute = 0; minute < 60; minute++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.worker.runOnce();
        }
        assertThat(asked).hasValue(0);
        assertThat(steps(lot)).containsExactly("receiveTask_awaitConsent");
        assertThat(incidents(lot)).isZero();

        TestLines.mend(circuit);
        bench.worker.runOnce();
        assertThat(asked).hasValue(1);
        assertThat(steps(lot)).containsExactly("userTask_prepareInterface");
    }

    @Test
    void failuresOfAnOutageCostNoAttempt() {
        bench.channel.registerLot = () -> {
            throw new ChannelException("没有应答");
        };
        TestLines.tryAgain(circuit);
        LotBinding lot = bound();
        for (int tries = 0; tries < 20; tries++) {
            bench.clock.advance(Duration.ofMinutes(5));
            bench.worker.runOnce();
        }
        assertThat(incidents(lot)).isZero();
        assertThat(task(lot).getRetries()).as("none was used").isNull();

        TestLines.mend(circuit);
        bench.channel.registerLot = () -> new LotState.Registered("R1", "P1");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("userTask_prepareInterface");
    }

    /** The channel is well, only this lot fails at it: somebody has to look. */
    @Test
    void failuresAtAHealthyChannelBecomeAnIncident() {
        bench.channel.registerLot = () -> {
            throw new ChannelException("应答不是 JSON");
        };
        LotBinding lot = bound();
        for (int tries = 0; tries < 20; tries++) {
            bench.clock.advance(Duration.ofHours(5));
            bench.worker.runOnce();
        }
        assertThat(incidents(lot)).isEqualTo(1);
        bench.channel.registerLot = () -> new LotState.Registered("R1", "P1");
        app.getBean(ExternalTaskService.class).setRetries(task(lot).getId(), 1);
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("userTask_prepareInterface");
    }

    /** Weeks of waiting see many a failed poll. */
    @Test
    void aPollThatSucceedsForgetsTheFailedOnesBefore() {
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        LotBinding lot = bound();
        for (int day = 0; day < 20; day++) {
            bench.channel.lotState = () -> {
                throw new ChannelException("没有应答");
            };
            bench.clock.advance(Duration.ofHours(12));
            bench.worker.runOnce();
            bench.channel.lotState = () -> new LotState.Pending("R1");
            bench.clock.advance(Duration.ofHours(12));
            bench.worker.runOnce();
        }
        assertThat(incidents(lot)).isZero();
    }

    @Test
    void nothingIsSentOrAskedAndTheChargeIsMadeOnceAfterwards() {
        LotBinding lot = bench.testing(1).get(0);
        AtomicInteger charges = new AtomicInteger();
        bench.channel.deduct = order -> {
            charges.incrementAndGet();
            return ScriptedChannel.charged(order);
        };
        TestLines.breakDown(circuit);
        bench.drive(lot);
        for (int hour = 0; hour < 3; hour++) {
            bench.worker.runOnce();
            app.getBean(Reconciliation.class).sweep();
            bench.clock.advance(Duration.ofHours(1));
        }
        assertThat(charges).hasValue(0);
        assertThat(app.getBean(Deductions.class).latest(lot.id())).isEmpty();

        TestLines.mend(circuit);
        bench.worker.runOnce();
        bench.runJobs(gate(lot));
        assertThat(charges).hasValue(1);
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);
    }

    @Test
    void anUnknownDeductionIsAskedAboutWhenTheChannelIsBack() {
        LotBinding lot = bench.testing(1).get(0);
        AtomicInteger queries = new AtomicInteger();
        bench.channel.deduct = order -> new DeductionResult.Unknown("超时");
        bench.channel.query = order -> {
            queries.incrementAndGet();
            return ScriptedChannel.charged(order);
        };
        bench.drive(lot);
        bench.worker.runOnce();
        TestLines.breakDown(circuit);
        bench.clock.advance(Duration.ofHours(1));
        app.getBean(Reconciliation.class).sweep();
        bench.worker.runOnce();
        assertThat(queries).hasValue(0);

        TestLines.mend(circuit);
        app.getBean(Reconciliation.class).sweep();
        assertThat(queries).hasValue(1);
    }

    /** It answers no call of ours, and calls back all the same. */
    @Test
    void anOutcomeThatACallbackBringsIsNotKeptWaiting() {
        LotBinding lot = bench.testing(1).get(0);
        AtomicInteger queries = new AtomicInteger();
        AtomicReference<DeductionOrder> sent = new AtomicReference<>();
        bench.channel.deduct = order -> {
            sent.set(order);
            return new DeductionResult.Unknown("超时");
        };
        bench.channel.query = order -> {
            queries.incrementAndGet();
            return new DeductionResult.Unknown("超时");
        };
        bench.drive(lot);
        bench.worker.runOnce();
        TestLines.breakDown(circuit);
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("receiveTask_awaitDeduction");

        bench.channel.read = request -> new ChannelNotice.DeductionDecided(
                "N" + lot.id(), sent.get().outTradeNo(), ScriptedChannel.charged(sent.get()), "证据");
        app.getBean(ChannelInbox.class).take(Channel.WECHATPAY, new CallbackRequest("/", Map.of(), new byte[0]));
        await().until(() ->
                app.getBean(Deductions.class).latest(lot.id()).orElseThrow().state() == DeductionState.SUCCEEDED);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.worker.runOnce();
        bench.runJobs(gate(lot));
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);
        assertThat(queries).hasValue(0);
    }

    @Test
    void supervisorsHearOfALongOutageOnceADayAndEverybodySeesItOnTheBoard() {
        TestLines.breakDown(circuit);
        ChannelOutages outages = app.getBean(ChannelOutages.class);
        outages.tell();
        assertThat(mails()).isEmpty();
        bench.clock.advance(Duration.ofMinutes(31));
        outages.tell();
        outages.tell();
        assertThat(mails()).hasSize(2).allMatch(subject -> subject.equals("微信支付没有应答"));

        Browser operator = Browser.of(port, "hubin");
        assertThat(operator.get("/api/board/outages").body())
                .contains("\"channelName\":\"微信支付\"")
                .doesNotContain("支付宝");
        TestLines.mend(circuit);
        assertThat(operator.get("/api/board/outages").body()).isEqualTo("[]");
    }

    private List<String> mails() {
        return bench.mails("没有应答").stream()
                .filter(subject -> subject.contains("没有应答"))
                .toList();
    }

    private LotBinding bound() {
        String no = bench.opened();
        bench.bind(no, 1);
        bench.worker.runOnce();
        return bench.bindings.ofApplication(no).get(0);
    }

    private static String gate(LotBinding lot) {
        return ProcessBench.gate(lot);
    }

    private Set<String> steps(LotBinding lot) {
        return bench.steps(gate(lot));
    }

    private ExternalTask task(LotBinding lot) {
        return app.getBean(ExternalTaskService.class)
                .createExternalTaskQuery()
                .processInstanceIdIn(app.getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(gate(lot))
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private long incidents(LotBinding lot) {
        return app.getBean(RuntimeService.class)
                .createIncidentQuery()
                .processInstanceId(app.getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(gate(lot))
                        .singleResult()
                        .getId())
                .count();
    }
}
