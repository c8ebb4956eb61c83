package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.work.KnownVersions;
import java.time.Clock;
import org.springframework.context.ApplicationContext;

/** The questions of a node of its own on the same database, for tests elsewhere. */
public final class SecondSweep {

    private SecondSweep() {}

    public static AnswerSweep of(ApplicationContext app) {
        return new AnswerSweep(
                app.getBean(AnswerClaims.class),
                app.getBean(AnswerOutcome.class),
                app.getBean(WaitingSteps.class),
                app.getBean(Circuits.class),
                app.getBean(KnownVersions.class),
                app.getBean(ProcessSettings.class),
                app.getBean(Clock.class));
    }
}
