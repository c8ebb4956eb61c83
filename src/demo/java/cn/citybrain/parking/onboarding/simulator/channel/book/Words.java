package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

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

    /** Of every state, by name. */
    public static <E extends Enum<E>> Map<String, Words> all(E[] states, Function<E, Words> words) {
        Map<String, Words> all = new LinkedHashMap<>();
        for (E state : states) {
            all.put(state.name(), words.apply(state));
        }
        return all;
    }
}
