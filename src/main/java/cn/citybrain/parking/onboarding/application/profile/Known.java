package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import java.util.Optional;

/**
 * What is known of a company when one of its applications is filled in: its profile, and what the platform has on record
 * where the profile says nothing.
 *
 * @param lot the lot that the application is mainly for, where that was said; it goes before the one of the profile
 */
record Known(Merchant merchant, CompanyProfile profile, Optional<ParkingLot> lot) {

    /** What holds for every settlement account alike; what is an account's own is with the account. */
    Optional<String> value(String place) {
        return switch (place) {
            case Places.COMPANY_NAME, Places.ACCOUNT_NAME ->
                kept(Places.COMPANY_NAME).or(() -> Optional.of(merchant.name()));
            case Places.USCC -> kept(place).or(() -> Optional.of(merchant.uscc()));
            case Places.STORE_NAME -> lot.map(ParkingLot::name).or(() -> kept(place));
            case Places.STORE_ADDRESS -> ofStore(place, lot.map(ParkingLot::address));
            case Places.STORE_SPACES -> ofStore(place, lot.map(one -> String.valueOf(one.spaceCount())));
            default -> kept(place);
        };
    }

    /** A photo of a lot is that of this lot or none. */
    Optional<CompanyPaper> paper(String place) {
        return profile.paper(
                place, Places.isStores(place) ? value(Places.STORE_NAME).orElse("") : "");
    }

    private Optional<String> kept(String place) {
        return Optional.ofNullable(profile.values().get(place));
    }

    /** What the profile says of another lot does not count for this one. */
    private Optional<String> ofStore(String place, Optional<String> onRecord) {
        boolean same = value(Places.STORE_NAME).equals(kept(Places.STORE_NAME));
        return same ? kept(place).or(() -> onRecord) : onRecord;
    }
}
