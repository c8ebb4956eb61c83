package cn.citybrain.parking.onboarding.parking;

import java.time.Instant;

/**
 * What was seen of one call of one lot.
 *
 * @param call name as in the specification, or {@code LotTraffic.ENVELOPE} for requests whose sender could not be proven
 * @param title the call's name in Chinese
 * @param firstOkAt null while none was accepted
 * @param lastError Chinese sentence of the last refusal, null if there was none
 * @param lastWarning Chinese sentence of what was odd in a request that was taken, null if there was nothing
 * @param warningCount how many requests were taken though something in them was odd
 * @param correct whether the newest call was accepted
 */
public record CallSeen(
        String call,
        String title,
        Instant firstOkAt,
        Instant lastOkAt,
        int okCount,
        Instant lastErrorAt,
        String lastError,
        int errorCount,
        Instant lastWarningAt,
        String lastWarning,
        int warningCount,
        boolean correct) {}
