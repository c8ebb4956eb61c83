package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a check has found so far. */
final class Findings {

    /** More are not kept: by then everybody knows. */
    private static final int MOST = 200;

    private final String check;
    private final List<Finding> found = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long looked;

    Findings(String check) {
        this.check = check;
    }

    void looked(long more) {
        looked += more;
    }

    void add(String where, String what) {
        if (!isFull()) {
            found.add(new Finding(where, what));
        }
    }

    void note(String words) {
        if (notes.size() < MOST) {
            notes.add(words);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    CheckResult result() {
        if (isFull()) {
            notes.add("只列出前 " + MOST + " 项");
        }
        return new CheckResult(check, looked, found, List.copyOf(notes));
    }
}
