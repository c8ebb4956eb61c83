package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;

/** The lots of a channel, with every exchange written down. */
public record RecordedLots(Channel channel, Lots own, Exchanges exchanges) implements Lots {

    @Override
    public LotState register(LotRegistration lot) {
        return exchanges.of(channel, Verb.REGISTER_LOT, About.lot(lot), () -> own.register(lot), LotAnswers::of);
    }

    @Override
    public LotState state(LotRegistration lot) {
        return exchanges.of(channel, Verb.LOT_STATE, About.lot(lot), () -> own.state(lot), LotAnswers::of);
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        return exchanges.of(channel, Verb.WITHDRAW_LOT, About.lot(lot), () -> own.withdraw(lot), AccountAnswers::of);
    }
}
