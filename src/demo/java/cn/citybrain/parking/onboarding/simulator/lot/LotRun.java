package cn.citybrain.parking.onboarding.simulator.lot;

import java.util.List;

/** What a command at a lot led to: the visit as it stands now, and the calls that were made, in order. */
public record LotRun(LotVisit visit, List<LotCall> calls) {

    /** Whether the platform accepted every call. */
    public boolean accepted() {
        return calls.stream().allMatch(LotCall::accepted);
    }
}
