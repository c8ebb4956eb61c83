package cn.citybrain.parking.onboarding.channel.vehicle;

import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import java.util.List;
import java.util.Optional;

/** What a channel knows and is told of vehicles. The rules of every operation are {@code ChannelAdapter}'s. */
public interface Vehicles {

    /** Whether the owner of a plate lets this channel deduct. */
    Agreement agreement(LotRegistration lot, Plate plate);

    /** What a vehicle's owner is called at this channel, where it wants to know; empty where the plate is enough. */
    Optional<PayerId> payerId();

    /**
     * Why this channel can have nothing to do with a plate, in Chinese, with what to do; empty where it takes it. For what its
     * specification rules out: what a plate's owner agreed to is {@link #agreement}.
     */
    default Optional<String> obstacle(Plate plate) {
        return Optional.empty();
    }

    /** What the channel asks of a lot's system beyond the City Brain interface; nothing, where it has no word in it. */
    default List<TechnicalRequirement> requirements() {
        return List.of();
    }

    /** Reports that the vehicle entered, and returns the channel's number of the visit. */
    EntryResult entered(Visit visit);

    /** Reports that the vehicle left. */
    ExitResult left(Visit visit);
}
