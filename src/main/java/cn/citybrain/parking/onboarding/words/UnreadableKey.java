package cn.citybrain.parking.onboarding.words;

/** A key or certificate that cannot be read. The message says in Chinese why, and what to hand in instead. */
public class UnreadableKey extends RuntimeException {

    UnreadableKey(String why) {
        super(why);
    }
}
