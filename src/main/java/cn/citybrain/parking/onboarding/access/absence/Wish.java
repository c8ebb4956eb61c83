package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.words.Typed;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody enters to have another one do tasks; null counts as empty.
 *
 * @param deputy user id
 * @param from first day
 * @param until last day
 */
record Wish(String deputy, String from, String until, String reason) {

    Wish {
        deputy = Typed.code(deputy);
        reason = Typed.lines(reason);
    }

    Optional<LocalDate> first() {
        return Typed.day(from);
    }

    Optional<LocalDate> last() {
        return Typed.day(until);
    }
}
