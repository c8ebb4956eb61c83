package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Checks;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Which vendor a lot is to have, as it is entered, tidied.
 *
 * @param vendor its group, with or without {@code vendor-}, or its name; empty: none
 * @param from the day from which on, as 2026-12-01, Asia/Shanghai; empty: at once
 */
@NamedInterface("services")
public record VendorChoice(String lotCode, String vendor, String from) {

    public VendorChoice {
        lotCode = Checks.plain(lotCode);
        vendor = Checks.tidy(vendor);
        from = Typed.dayOrLongTerm(from);
    }

    /** Whether {@link #from} is a day, or says at once. */
    boolean hasDay() {
        try {
            return from.isEmpty() || LocalDate.parse(from) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The day if it is after today; empty for at once. */
    Optional<LocalDate> later(LocalDate today) {
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(from)).filter(day -> day.isAfter(today));
    }

    /**
     * A choice that can be carried out.
     *
     * @param group of the vendor, empty for none
     * @param former group of the vendor that the lot has, empty for none
     * @param later the day from which on, empty for at once
     */
    record Resolved(ParkingLot lot, String group, String former, Optional<LocalDate> later) {

        boolean changesVendor() {
            return !group.equals(former);
        }

        /** @param planned for the lot until now, null: nothing */
        boolean differs(VendorPlan planned) {
            if (later.isEmpty()) {
                return changesVendor() || planned != null;
            }
            return planned == null ? changesVendor() : !planned.equals(plan(planned.by()));
        }

        /** Of a choice for a later day. */
        VendorPlan plan(String by) {
            return new VendorPlan(lot.id(), lot.code(), group, later.orElseThrow(), by);
        }
    }
}
