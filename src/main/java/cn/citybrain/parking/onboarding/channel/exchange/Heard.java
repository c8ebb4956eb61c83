package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.words.Typed;

/**
 * What a call came to.
 *
 * @param outcome name of the port's value, or of what went wrong
 * @param words Chinese, without anything that identifies a person
 * @param code the channel's, empty if it gave none
 */
record Heard(String outcome, String words, String code, Signature signature) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_CODE = 64;

    Heard {
        words = Typed.cut(words, LONGEST);
        code = code == null ? "" : Typed.cut(code, LONGEST_CODE);
    }

    static Heard verified(Object answer, String words) {
        return verified(answer, words, "");
    }

    static Heard verified(Object answer, String words, String code) {
        return new Heard(name(answer), words, code, Signature.VERIFIED);
    }

    /** The answer does not tell, or cannot be relied on. */
    static Heard unclear(Object answer, String words) {
        return new Heard(name(answer), words, "", Signature.UNVERIFIED);
    }

    /** The same, of which nobody can be sure who said it. */
    Heard unsigned() {
        return signature == Signature.VERIFIED ? new Heard(outcome, words, code, Signature.UNVERIFIED) : this;
    }

    /** Nothing went over the wire. */
    static Heard nobody(Object answer, String words) {
        return new Heard(name(answer), words, "", Signature.NONE);
    }

    private static String name(Object answer) {
        return answer.getClass().getSimpleName();
    }
}
