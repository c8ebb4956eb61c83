package cn.citybrain.parking.onboarding.figures.forecast;

import java.time.Instant;

/**
 * A step at which an application stands.
 *
 * @param procedure key of the process that began it
 * @param process key of the process that the step belongs to
 */
record StandingStep(
        String applicationNo,
        String companyName,
        String procedure,
        String process,
        String element,
        String name,
        Instant since) {

    RemainingTimes.Step step() {
        return new RemainingTimes.Step(procedure, process, element);
    }
}
