package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.lot.IntendedLot;
import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfiles;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of a company; its profile begins here, the first time that somebody asks. */
@Component
class KnownCompanies {

    private final CompanyProfiles profiles;
    private final FirstFilling first;
    private final Merchants merchants;
    private final ParkingLots lots;
    private final IntendedLots intended;

    KnownCompanies(
            CompanyProfiles profiles,
            FirstFilling first,
            Merchants merchants,
            ParkingLots lots,
            IntendedLots intended) {
        this.profiles = profiles;
        this.first = first;
        this.merchants = merchants;
        this.lots = lots;
        this.intended = intended;
    }

    /** As the company is, whatever lot it is about. */
    @Transactional
    public Known of(Merchant merchant, String userId) {
        return new Known(merchant, profile(merchant, userId), Optional.empty());
    }

    /** Nobody changes the profile until the transaction ends: a paper that is copied is not deleted meanwhile. */
    @Transactional
    public Known held(Merchant merchant, List<String> lotCodes, String userId) {
        profiles.lock(merchant.id());
        return of(merchant, lotCodes, userId);
    }

    @Transactional
    public Known of(Merchant merchant, List<String> lotCodes, String userId) {
        return new Known(merchant, profile(merchant, userId), main(merchant, lotCodes));
    }

    @Transactional
    public Known of(Application application, String userId) {
        Merchant merchant = merchants.byId(application.merchantId()).orElseThrow();
        return of(
                merchant,
                intended.of(application.no()).stream().map(IntendedLot::code).toList(),
                userId);
    }

    /** As {@link #of(Application, String)}, and nobody changes the profile until the transaction ends. */
    @Transactional
    public Known held(Application application, String userId) {
        profiles.lock(application.merchantId());
        return of(application, userId);
    }

    private CompanyProfile profile(Merchant merchant, String userId) {
        return profiles.find(merchant.id()).orElseGet(() -> {
            first.fill(merchant, userId);
            return profiles.find(merchant.id()).orElseThrow();
        });
    }

    /** The first that was named; a company with one lot need not name it. */
    private Optional<ParkingLot> main(Merchant merchant, List<String> lotCodes) {
        if (!lotCodes.isEmpty()) {
            return lots.byCode(lotCodes.get(0)).filter(lot -> lot.merchantId() == merchant.id());
        }
        List<ParkingLot> own = lots.ofMerchant(merchant.id());
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }
}
