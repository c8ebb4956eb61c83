package cn.citybrain.parking.onboarding.channel.lot;

import cn.citybrain.parking.onboarding.channel.account.Withdrawal;

/** The lots under a merchant's account. The rules of every operation are {@code ChannelAdapter}'s. */
public interface Lots {

    /** Registers one lot under the account. The consent may come weeks later: see {@link #state}. */
    LotState register(LotRegistration lot);

    /** Asks whether the channel has consented to a lot; one that it never heard of is registered. */
    LotState state(LotRegistration lot);

    /** Tells the channel that the lot is given up. */
    Withdrawal withdraw(LotRegistration lot);
}
