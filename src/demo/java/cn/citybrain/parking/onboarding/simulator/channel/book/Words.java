package cn.citybrain.parking.onboarding.simulator.channel.book;

/** A state, for people. */
public record Words(String text, Tone tone) {

    public static Words waiting(String text) {
        return new Words(text, Tone.WAIT);
    }

    public static Words good(String text) {
        return new Words(text, Tone.GOOD);
    }

    public static Words bad(String text) {
        return new Words(text, Tone.BAD);
    }
}
