package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.key.Signature;

/**
 * The end of the chain.
 *
 * @param block 0 while there is none
 * @param signature of {@link #text}
 */
public record Head(long block, String hash, Signature signature) {

    /** What is signed. */
    public static String text(long block, String hash) {
        return "channel-onboarding chain\nblock " + block + "\nhash " + hash + "\n";
    }
}
