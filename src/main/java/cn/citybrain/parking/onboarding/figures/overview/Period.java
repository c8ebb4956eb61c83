package cn.citybrain.parking.onboarding.figures.overview;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How far back figures go: few choices, so that they are counted once for all who look. */
enum Period {
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /** @throws NotCounted if it is no choice */
    static Period of(String days) {
        return Arrays.stream(values())
                .filter(period -> String.valueOf(period.days).equals(days))
                .findFirst()
                .orElseThrow(() -> new NotCounted("统计天数 days 的值“" + days + "”无效，请选择 "
                        + Arrays.stream(values())
                                .map(period -> String.valueOf(period.days))
                                .collect(Collectors.joining("、"))));
    }
}
