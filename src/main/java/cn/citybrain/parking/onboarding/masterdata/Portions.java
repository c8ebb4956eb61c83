package cn.citybrain.parking.onboarding.masterdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Long lists in portions that one statement takes. */
public final class Portions {

    private static final int SIZE = 1000;

    private Portions() {}

    /** Asks for each portion of the distinct keys, and puts the answers together. */
    public static <K, R> List<R> ask(Collection<K> keys, Function<List<K>, List<R>> question) {
        List<K> all = keys.stream().distinct().toList();
        List<R> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            found.addAll(question.apply(all.subList(from, Math.min(all.size(), from + SIZE))));
        }
        return found;
    }
}
