package cn.citybrain.parking.onboarding.audit.story;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an application is, at the head of its story.
 *
 * @param channel {@code Channel.code()}
 * @param account the channel's number of the merchant, empty before the account was opened
 * @param state name of the application's state
 * @param outcome what became of it, in Chinese; what it waits for while it runs
 * @param running whether one of its processes has not ended
 * @param begun when the application was created
 * @param ended when the last of its processes ended; null while one runs, or before one began
 * @param durationSeconds from begun to ended, null while it runs
 * @param beganBy who created it
 * @param models each version of a model that played a part
 */
public record Header(
        String number,
        String companyName,
        String companyUscc,
        String channel,
        String channelName,
        String account,
        String state,
        String stateText,
        String outcome,
        boolean running,
        Instant begun,
        Instant ended,
        Long durationSeconds,
        Person beganBy,
        List<Lot> lots,
        List<Model> models,
        List<Instance> instances) {

    /** With the name and role of its person. */
    Header by(UnaryOperator<Person> known) {
        return new Header(
                number,
                companyName,
                companyUscc,
                channel,
                channelName,
                account,
                state,
                stateText,
                outcome,
                running,
                begun,
                ended,
                durationSeconds,
                known.apply(beganBy),
                lots,
                models,
                instances);
    }

    /**
     * A lot that was bound, or that the application was meant for and never came to.
     *
     * @param bindingId null for a lot that was never bound
     * @param state name of the binding's state, empty for a lot that was never bound
     * @param liveAt null unless it went live
     */
    public record Lot(
            Long bindingId,
            String code,
            String name,
            String state,
            String stateText,
            String channelLotId,
            Instant configuredAt,
            Instant liveAt,
            Instant withdrawnAt,
            String withdrawalReason) {}

    /** @param definitionId the engine's id of this version */
    public record Model(String definitionId, String key, String name, int version) {}

    /**
     * A process instance.
     *
     * @param lotCode empty where it is about no single lot
     * @param parent id of the instance that called it, null for the first
     * @param ended null while it runs
     * @param state the engine's: ACTIVE, SUSPENDED, COMPLETED, EXTERNALLY_TERMINATED, INTERNALLY_TERMINATED
     */
    public record Instance(
            String id,
            String definitionId,
            String key,
            String name,
            int version,
            String lotCode,
            String parent,
            Instant started,
            Instant ended,
            String state) {}
}
