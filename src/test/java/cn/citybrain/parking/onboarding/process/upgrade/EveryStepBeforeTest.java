package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.answer.WaitComparison;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * An instance of the version before stands at a step when today's version is deployed and the database migrated. It goes on
 * to its end in its version. Every step of every model at which one can stand, every timer that can come due there.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryStepBeforeTest {

    private static final String STEPS = "cn.citybrain.parking.onboarding.process.upgrade.EarlierModels#stops";

    @Autowired
    ApplicationContext app;

    VersionBefore version;
    ProcessBench bench;

    @BeforeAll
    void deploy() {
        version = new VersionBefore(app);
    }

    @AfterAll
    void remove() {
        version.close();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource(STEPS)
    void goesOnToItsEnd(String model, String step) {
        EarlierInstance instance = standing(model, step);
        instance.upgrade();
        String at = EarlierModels.attachedTo(model, step);
        if (!at.equals(step)) {
            comesDue(step);
        }
        instance.goOnFrom(at);

        assertThat(instance.ends()).contains(end(model, step));
        assertThat(app.getBean(WaitComparison.class).compare())
                .as("waits of today's kind, lost or left over")
                .isZero();
        if (!model.equals("etc-devices")) {
            judge(instance, step);
        }
    }

    /** At the step; where it waits for the channel, it has asked once and got no answer. */
    private EarlierInstance standing(String model, String step) {
        bench = new ProcessBench(app, channel(model));
        EarlierInstance instance = new EarlierInstance(app, bench, version);
        if (model.equals("etc-devices")) {
            instance.reach("serviceTask_registerLot", new Detours(instance).to(""));
            instance.moreDevices();
        }
        String at = EarlierModels.attachedTo(model, step);
        instance.reach(at, new Detours(instance).to(at));
        if (EarlierModels.waitsForTheChannel(model, at)) {
            instance.ask();
            assertThat(instance.steps()).as("no answer yet").contains(at);
        }
        return instance;
    }

    private static Channel channel(String model) {
        return switch (model) {
            case "test-deduction-gate" -> Channel.WECHATPAY;
            case "etc-devices" -> Channel.ETC;
            default -> Channel.of(model.replace("-onboarding", ""));
        };
    }

    private void comesDue(String timer) {
        Job job = bench.jobs.createJobQuery().activityId(timer).active().singleResult();
        bench.clock.set(job.getDuedate().toInstant());
        long before = passed(timer);
        bench.jobs.executeJob(job.getId());
        assertThat(passed(timer)).isEqualTo(before + 1);
    }

    private long passed(String timer) {
        return app.getBean(HistoryService.class)
                .createHistoricActivityInstanceQuery()
                .activityId(timer)
                .finished()
                .count();
    }

    private static String end(String model, String step) {
        return switch (step) {
            case "serviceTask_withdrawApplication" -> "endEvent_withdrawn";
            case "serviceTask_withdrawLot" -> "endEvent_noLotLive";
            default -> model.equals("etc-devices") ? "endEvent_installed" : "endEvent_done";
        };
    }

    private void judge(EarlierInstance instance, String step) {
        ApplicationState state = bench.applications.byNo(instance.no).state();
        if (step.equals("serviceTask_withdrawApplication")) {
            assertThat(state).isEqualTo(ApplicationState.WITHDRAWN);
            assertThat(instance.told("withdraw " + instance.no)).isEqualTo(1);
            return;
        }
        boolean withdrawn = step.equals("serviceTask_withdrawLot");
        assertThat(state).isEqualTo(withdrawn ? ApplicationState.WITHDRAWN : ApplicationState.DONE);
        assertThat(bench.bindings.byId(instance.binding().id()).orElseThrow().state())
                .isEqualTo(withdrawn ? BindingState.WITHDRAWN : BindingState.LIVE);
        assertThat(instance.told("register "))
                .as("a refused lot is registered again, no other")
                .isEqualTo(step.equals("userTask_lotRefused") ? 2 : 1);
        long charges = step.equals("userTask_disputed") ? 2 : withdrawn ? 0 : 1;
        assertThat(instance.told("deduct "))
                .as("one charge, but for a disputed one given back")
                .isEqualTo(charges);
    }
}
