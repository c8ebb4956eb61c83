package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;

/** A key of a channel's settings. */
public final class KeyFile {

    private KeyFile() {}

    /** @return its text, as it stands in the file */
    public static String text(Channel channel, Resource key) {
        try {
            return key.getContentAsString(StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("onboarding.channels." + channel.code() + ": cannot read " + key, e);
        }
    }

    /** @throws IllegalStateException if a key of the demo, which everybody has, is to sign real calls */
    public static void refuseDemo(Channel channel, Resource key) {
        if (String.valueOf(key).contains("demo-only")) {
            throw new IllegalStateException(
                    "onboarding.channels." + channel.code() + ": the demo's keys are public; set your own");
        }
    }
}
