package cn.citybrain.parking.onboarding.figures.wait;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.wait.WaitingStep.Owed;
import cn.citybrain.parking.onboarding.process.standing.Failure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What of ours failed, by channel and step: the supervisors are waited for, and no day was agreed on. */
final class FailedSteps {

    private FailedSteps() {}

    private record Place(String channel, String step) {}

    static List<WaitingStep> of(List<Failure> failures) {
        return failures.stream()
                .collect(Collectors.groupingBy(failure -> new Place(failure.channel(), failure.step())))
                .entrySet()
                .stream()
                .map(at -> step(
                        at.getKey(),
                        at.getValue().stream().map(Failure::since).sorted().toList()))
                .toList();
    }

    private static WaitingStep step(Place at, List<Instant> since) {
        return new WaitingStep(
                Owed.FAILURE,
                at.channel(),
                at.channel().isEmpty() ? "" : Channel.of(at.channel()).displayName(),
                at.step() + "（平台处理出错）",
                Role.OPS_SUPERVISOR.title(),
                since.size(),
                0,
                since.get(0),
                since.get((since.size() - 1) / 2));
    }
}
