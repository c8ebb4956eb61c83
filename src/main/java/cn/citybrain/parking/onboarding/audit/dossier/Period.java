package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Instant;
import java.time.LocalDate;

/** Days, both included. */
record Period(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException with a Chinese message that names the setting and what to do */
    static Period of(String from, String to) {
        Period period = new Period(day(from, "from"), day(to, "to"));
        if (period.to().isBefore(period.from())) {
            throw new IllegalArgumentException(
                    "结束日期 %s 早于开始日期 %s，请检查 onboarding.dossiers.from 和 onboarding.dossiers.to".formatted(to, from));
        }
        return period;
    }

    private static LocalDate day(String written, String setting) {
        return Typed.day(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "onboarding.dossiers.%s 的值“%s”不是日期，请写成 2026-11-29 的样子".formatted(setting, written)));
    }

    Instant begins() {
        return from.atStartOfDay(Words.ZONE).toInstant();
    }

    /** The first moment that is no longer in it. */
    Instant ends() {
        return to.plusDays(1).atStartOfDay(Words.ZONE).toInstant();
    }
}
