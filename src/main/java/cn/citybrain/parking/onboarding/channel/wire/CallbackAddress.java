package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;

/** Where a channel reaches us. */
public final class CallbackAddress {

    private CallbackAddress() {}

    /**
     * @param base our public address
     * @param path below the channel's own address, empty or beginning with a slash
     */
    public static String of(String base, Channel channel, String path) {
        return base.replaceAll("/+$", "") + "/callbacks/" + channel.code() + path;
    }
}
