package cn.citybrain.parking.onboarding.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A reviewer's decision on one revision, stored before the task is completed with it.
 *
 * @param reason in Chinese; empty if the decision needs none
 * @param remarks reasons by field key
 * @param confirmedWarnings keys of the fields whose warning the reviewer took upon themselves
 */
public record ReviewDecision(
        String applicationNo,
        int revision,
        Decision decision,
        String reason,
        Map<String, String> remarks,
        List<String> confirmedWarnings,
        String decidedBy,
        Instant decidedAt) {

    public ReviewDecision {
        remarks = Map.copyOf(remarks);
        confirmedWarnings = List.copyOf(confirmedWarnings);
    }
}
