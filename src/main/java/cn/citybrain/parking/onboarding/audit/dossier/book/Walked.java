package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.diagram.Course.FailureKind;
import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.dossier.print.Walk.Mark;
import cn.citybrain.parking.onboarding.audit.dossier.print.Walk.State;
import cn.citybrain.parking.onboarding.audit.dossier.print.Walk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A course as its picture shows it. */
record Walked(Walk walk) {

    static Walked of(Course course) {
        Set<String> failing = course.failures().stream()
                .filter(failure -> failure.resolved() == null && failure.kind() != FailureKind.ATTEMPT)
                .map(Course.Failure::activityId)
                .collect(Collectors.toSet());
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Course.Step step : course.steps()) {
            if (step.activityId().equals(step.element())) {
                State state = failing.contains(step.element()) ? State.FAILED : state(step);
                Mark before = marks.get(step.element());
                marks.put(
                        step.element(),
                        before == null
                                ? new Mark(marks.size() + 1, 1, state)
                                : new Mark(before.number(), before.times() + 1, state));
            }
        }
        Set<String> flows = course.flows().stream().map(Course.Flow::flowId).collect(Collectors.toSet());
        return new Walked(new Walk(marks, flows));
    }

    static State state(Course.Step step) {
        return switch (step.passage()) {
            case RUNNING -> State.RUNNING;
            case DONE -> State.DONE;
            case CANCELLED -> State.STOPPED;
        };
    }
}
