package cn.citybrain.parking.onboarding.channel.charge;

import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to charge one bill.
 *
 * @param outTradeNo our number of the attempt, at most 32 letters and digits
 * @param amount in 分
 * @param sentAt when the charge was first sent, null before
 */
public record DeductionOrder(String outTradeNo, Visit visit, int amount, String description, Instant sentAt) {

    /** Whether it was first sent so lately that a channel may not know it yet. */
    public boolean sentWithin(Duration time, Instant now) {
        return sentAt != null && now.isBefore(sentAt.plus(time));
    }
}
