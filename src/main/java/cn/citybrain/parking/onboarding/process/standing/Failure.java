package cn.citybrain.parking.onboarding.process.standing;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * Something of ours failed, and a process stands still until a supervisor has looked at it.
 *
 * @param instanceId of the process that is stopped
 * @param step where it happened, as people know it
 * @param applicationNo empty where it is about none, and then what follows is empty, too
 * @param lotName empty where it is about an application as a whole
 * @param channel code
 */
@NamedInterface("services")
public record Failure(
        String instanceId,
        String step,
        Instant since,
        String applicationNo,
        String merchantName,
        String lotName,
        String lotCode,
        String channel) {}
