package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.channel.Bank;
import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.Interfaces;
import org.springframework.stereotype.Component;

/**
 * {@code interface: false} of a channel or a bank is honoured where its procedure has a way on paper, which those have whose
 * people come to sign; elsewhere the application does not start.
 */
@Component
class PaperRoute {

    PaperRoute(Interfaces interfaces, Banks banks, Catalogues catalogues) {
        for (Channel channel : Channel.values()) {
            Catalogue form = catalogues.of(channel);
            require(channel, interfaces.has(channel) || form.signsOnSite(), "its procedure has no way on paper");
            boolean banksChosen = form.signsOnSite() && form.field(Bank.FIELD).isPresent();
            boolean banksReachable = banks.of(channel).stream().allMatch(Bank::hasInterface);
            require(channel, banksReachable || banksChosen, "nobody chooses among its banks");
        }
    }

    private static void require(Channel channel, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(
                    "onboarding.channels." + channel.code() + " has an interface: false, but " + otherwise);
        }
    }
}
