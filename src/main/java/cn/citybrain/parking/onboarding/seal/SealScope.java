package cn.citybrain.parking.onboarding.seal;

import java.time.LocalDate;

/**
 * What is verified.
 *
 * @param from first day (Asia/Shanghai); null: from the beginning
 * @param to last day; null: to the end
 */
public record SealScope(LocalDate from, LocalDate to) {

    public static final SealScope WHOLE = new SealScope(null, null);

    public boolean isWhole() {
        return from == null && to == null;
    }
}
