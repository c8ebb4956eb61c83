package cn.citybrain.parking.onboarding.process.answer;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * A step of a process that waits for a channel's word.
 *
 * @param executionId the waiting step
 * @param definitionId version of the model
 * @param question name of the {@link Question}
 * @param bindingId the lot, null where it is about the whole application
 * @param billId the bill that is charged, null where nothing is
 * @param expectedAt when the channel should have answered, null if nobody knows
 * @param news how often it was said that there is something new
 * @param unchanged answers in a row that said nothing new
 */
@NamedInterface("services")
public record AwaitedAnswer(
        String executionId,
        String instanceId,
        String definitionId,
        String elementId,
        String channel,
        String question,
        String applicationNo,
        Long bindingId,
        Long billId,
        Instant since,
        Instant expectedAt,
        Instant nextAskAt,
        int news,
        int unchanged,
        int failedInARow,
        String lastWords) {}
