package cn.citybrain.parking.onboarding.figures.overview;

import cn.citybrain.parking.onboarding.figures.forecast.Forecast;
import cn.citybrain.parking.onboarding.figures.outcome.FailedDeductions;
import cn.citybrain.parking.onboarding.figures.outcome.FirstPass;
import cn.citybrain.parking.onboarding.figures.outcome.PartyTime;
import cn.citybrain.parking.onboarding.figures.outcome.ReturnedField;
import cn.citybrain.parking.onboarding.figures.outcome.StepTime;
import cn.citybrain.parking.onboarding.figures.wait.WaitingFor;
import cn.citybrain.parking.onboarding.figures.wait.WaitingStep;
import java.util.List;

/**
 * What the page 总览 shows to somebody.
 *
 * @param now what waits
 * @param past what became of things in the last days
 */
record Overview(Now now, Past past) {

    /** @param failures the oldest of those that wait for supervisors; null for whom they don't concern */
    record Now(List<WaitingFor> waitingFor, List<WaitingStep> waiting, List<FailedStep> failures) {}

    /**
     * A vendor has no business with applications: then only {@code failedDeductions} is there, and the rest is null.
     *
     * @param days how many, until now
     * @param expected applications that will have their first live lot soonest
     */
    record Past(
            int days,
            List<FirstPass> firstPass,
            List<ReturnedField> returnedFields,
            List<PartyTime> partyTimes,
            List<StepTime> stepTimes,
            List<FailedDeductions> failedDeductions,
            List<Forecast> expected) {}
}
