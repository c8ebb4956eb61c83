package cn.citybrain.parking.onboarding.masterdata.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A lot as its page shows it.
 *
 * @param company tenant of the parking company
 * @param vendor group of the vendor, empty while it has none
 * @param plan what is to come for its vendor, null: nothing
 * @param mayMove whether the lot may go to another company: it was never bound to an account
 * @param endedAt null while it is open
 * @param channels where it is bound to an account
 */
record LotView(
        String code,
        String name,
        String address,
        String company,
        String companyName,
        String longitude,
        String latitude,
        int spaces,
        int lanes,
        String servicePhone,
        String vendor,
        String vendorName,
        Plan plan,
        boolean mayMove,
        Instant endedAt,
        long version,
        boolean mayChange,
        List<AtChannel> channels) {

    /** @param vendorName empty: it is to have none */
    record Plan(String vendorName, LocalDate from) {}

    /** @param state a word, Chinese */
    record AtChannel(long bindingId, String channel, String state, String kind, String applicationNo) {}
}
