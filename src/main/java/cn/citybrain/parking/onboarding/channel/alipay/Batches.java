package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import java.util.Optional;

/** Which transaction at Alipay an application is; a later one takes the place of one that is over. */
final class Batches {

    private static final String NAME = "batchNo";

    private final ChannelReferences references;

    Batches(ChannelReferences references) {
        this.references = references;
    }

    Optional<String> of(String applicationNo) {
        return references.find(Channel.ALIPAY, applicationNo, NAME);
    }

    void keep(String applicationNo, String batchNo) {
        references.put(Channel.ALIPAY, applicationNo, NAME, batchNo);
    }
}
