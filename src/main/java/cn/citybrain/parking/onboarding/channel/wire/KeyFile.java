package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.words.KeyText;
import cn.citybrain.parking.onboarding.words.PlainText;
import cn.citybrain.parking.onboarding.words.Typed;
import cn.citybrain.parking.onboarding.words.UnreadableKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Function;
import org.springframework.core.io.Resource;

/** A key of a channel's settings. */
public final class KeyFile {

    private KeyFile() {}

    /** @return its text, without what editors and spreadsheets put around it */
    public static String text(Channel channel, Resource key) {
        return Typed.number(content(channel, key)).replaceAll("^[\"'“”‘’]+|[\"'“”‘’]+$", "");
    }

    /**
     * @param setting its name in the channel's settings
     * @return Base64 of PKCS#8, on one line
     * @throws IllegalStateException in Chinese, if it is no private key
     */
    public static String privateKey(Channel channel, String setting, Resource key) {
        return base64(channel, setting, key, KeyText::privateDer);
    }

    /**
     * As {@link #privateKey}, of a public key.
     *
     * @return Base64 of the X.509 form, on one line
     */
    public static String publicKey(Channel channel, String setting, Resource key) {
        return base64(channel, setting, key, KeyText::publicDer);
    }

    private static String base64(Channel channel, String setting, Resource key, Function<String, byte[]> reading) {
        try {
            return Base64.getEncoder().encodeToString(reading.apply(content(channel, key)));
        } catch (UnreadableKey e) {
            throw new IllegalStateException("onboarding.channels." + channel.code() + "." + setting + "："
                    + key.getDescription() + " " + e.getMessage());
        }
    }

    private static String content(Channel channel, Resource key) {
        try {
            return PlainText.of(key);
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
