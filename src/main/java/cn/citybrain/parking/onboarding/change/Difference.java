package cn.citybrain.parking.onboarding.change;

import java.util.ArrayList;
import java.util.List;

/** Collects what differs between a record as it was and as it is: {@code new Difference().field("名称", a, b).fields()}. */
public final class Difference {

    private static final int SHOWN_AHEAD = 3;
    private static final int SHOWN_BEHIND = 4;

    private final List<ChangedField> fields = new ArrayList<>();

    /** A value that may be shown. Null is taken for empty. */
    public Difference field(String name, Object before, Object after) {
        String was = text(before);
        String is = text(after);
        if (!was.equals(is)) {
            fields.add(new ChangedField(name, was, is));
        }
        return this;
    }

    /** The number of a telephone or of a person's papers: kept and shown with its middle hidden. */
    public Difference number(String name, String before, String after) {
        if (!text(before).equals(text(after))) {
            fields.add(new ChangedField(name, hidden(before), hidden(after)));
        }
        return this;
    }

    /** What differs, in the order in which it was asked. */
    public List<ChangedField> fields() {
        return List.copyOf(fields);
    }

    /** A number with its middle hidden, all of it where it is short: 138****0000. */
    public static String hidden(String number) {
        String all = text(number);
        int middle = all.length() - SHOWN_AHEAD - SHOWN_BEHIND;
        return middle <= 0
                ? "*".repeat(all.length())
                : all.substring(0, SHOWN_AHEAD) + "*".repeat(middle) + all.substring(all.length() - SHOWN_BEHIND);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
