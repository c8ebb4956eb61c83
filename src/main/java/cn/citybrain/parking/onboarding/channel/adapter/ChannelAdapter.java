package cn.citybrain.parking.onboarding.channel.adapter;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;

/**
 * What the product asks of a payment channel, in five parts. One per channel, put together by the configuration of the
 * channel's package.
 *
 * <p>Every operation is idempotent on our numbers (application number, binding, stay, {@code out_trade_no}), has
 * connect, read and total deadlines, and verifies the signature of every answer. A business "no" is a value, and so is
 * what the channel has no call for; a technical failure is a {@link ChannelException}. A query never is a call that could
 * charge.
 *
 * @param answersSigned false where answers are taken that bear no signature: what was recorded of them proves nothing
 */
public record ChannelAdapter(
        Channel channel,
        Accounts accounts,
        Lots lots,
        Vehicles vehicles,
        Charges charges,
        Callbacks callbacks,
        boolean answersSigned) {

    public ChannelAdapter(
            Channel channel, Accounts accounts, Lots lots, Vehicles vehicles, Charges charges, Callbacks callbacks) {
        this(channel, accounts, lots, vehicles, charges, callbacks, true);
    }
}
