package cn.citybrain.parking.onboarding.channel.vehicle;

import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import java.time.Instant;

/**
 * One visit of a vehicle, as a channel is told.
 *
 * @param visitNo our number of the visit, unique, letters and digits, at most 32
 * @param reference the channel's number of the visit, empty before {@link Vehicles#entered}
 * @param leftAt null while the vehicle is inside
 */
public record Visit(
        LotRegistration lot, Plate plate, String visitNo, String reference, Instant enteredAt, Instant leftAt) {}
