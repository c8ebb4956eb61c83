package cn.citybrain.parking.onboarding.plate;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kinds of number plates there are (GA 36, GJB 6553), each with what is painted on it. */
public enum PlateKind {
    /** Cars, lorries, motorcycles; with a last character trailers, driving schools, police, 粤Z of 港 and 澳, tests, oversize. */
    ORDINARY("{省}[A-HJ-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳试超]"),
    /** 领: one of a consulate. */
    CONSULATE("{省}[A-HJ-Z][A-HJ-NP-Z0-9]{4}领"),
    /** One place more than others. */
    NEW_ENERGY("{省}[A-HJ-Z][A-HJ-NP-Z0-9]{6}"),
    /** 应急: fire and rescue. */
    RESCUE("{省}[A-HJ-Z][A-HJ-NP-Z0-9]{4}应急"),
    /** 使: of an embassy, in the older and the newer order. */
    EMBASSY("使[0-9]{6}|[0-9]{6}使"),
    ARMED_POLICE("WJ{省}?[0-9]{4}[A-Z0-9]"),
    MILITARY("[A-Z]{2}[0-9]{5}"),
    CIVIL_AVIATION("民航[A-Z0-9]{5}");

    private final Pattern painted;

    PlateKind(String painted) {
        this.painted = Pattern.compile(painted.replace("{省}", "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"));
    }

    /** @param number without blanks and dots, capital letters */
    static Optional<PlateKind> of(String number) {
        return Arrays.stream(values())
                .filter(kind -> kind.painted.matcher(number).matches())
                .findFirst();
    }

    /** Whether it begins with the name of a province, as most do. */
    public boolean ofProvince() {
        return switch (this) {
            case ORDINARY, CONSULATE, NEW_ENERGY, RESCUE -> true;
            case EMBASSY, ARMED_POLICE, MILITARY, CIVIL_AVIATION -> false;
        };
    }
}
