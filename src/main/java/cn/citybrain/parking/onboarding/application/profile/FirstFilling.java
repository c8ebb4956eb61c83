package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.register.AcceptedApplications;
import cn.citybrain.parking.onboarding.application.register.AcceptedApplications.Accepted;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPapers;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfiles;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A profile begins empty, or, where the company has been with the platform for longer than there are profiles, with what its
 * accepted applications said: the newest word on each place. Nothing in SQL could do it, as the values are encrypted.
 */
@Component
class FirstFilling {

    private final CompanyProfiles profiles;
    private final CompanyValues values;
    private final CompanyPapers papers;
    private final AcceptedApplications accepted;
    private final Catalogues catalogues;
    private final Places places;

    FirstFilling(
            CompanyProfiles profiles,
            CompanyValues values,
            CompanyPapers papers,
            AcceptedApplications accepted,
            Catalogues catalogues,
            Places places) {
        this.profiles = profiles;
        this.values = values;
        this.papers = papers;
        this.accepted = accepted;
        this.catalogues = catalogues;
        this.places = places;
    }

    void fill(Merchant merchant, String userId) {
        if (!profiles.begin(merchant.id(), userId)) {
            return;
        }
        Map<String, String> kept = new HashMap<>();
        for (Accepted application : accepted.of(merchant.tenantId())) {
            Catalogue form = catalogues.of(Channel.of(application.channel()));
            Said said = Said.of(form, application.revision().everything(), places);
            keep(merchant.id(), said, application.revision(), kept);
        }
    }

    private void keep(long merchantId, Said said, Revision revision, Map<String, String> kept) {
        said.values().forEach((place, value) -> {
            if (isOfTheSame(place, said, kept) && kept.putIfAbsent(place, value) == null) {
                put(merchantId, CompanyProfile.COMPANY, place, value, revision);
            }
        });
        said.papers().forEach((place, paper) -> {
            if ((!paper.about().isEmpty() || isOfTheSame(place, said, kept))
                    && kept.putIfAbsent(place + "/" + paper.about(), paper.documentId()) == null) {
                papers.put(merchantId, paper.in(place, revision.submittedBy(), revision.submittedAt()));
            }
        });
        String number = said.account().get(Places.ACCOUNT_NUMBER);
        if (number != null && kept.putIfAbsent(Places.ACCOUNT_NUMBER + number, number) == null) {
            int no = values.nextAccount(merchantId);
            said.account().forEach((place, value) -> put(merchantId, no, place, value, revision));
        }
    }

    /** The identity card of one person does not go with the name of another, nor one lot's address with another lot. */
    private static boolean isOfTheSame(String place, Said said, Map<String, String> kept) {
        String name = place.substring(0, place.indexOf('.')) + ".name";
        String known = kept.get(name);
        return known == null || Objects.equals(known, said.values().getOrDefault(name, known));
    }

    private void put(long merchantId, int account, String place, String value, Revision revision) {
        values.put(merchantId, account, place, value, revision.submittedBy(), revision.submittedAt());
    }
}
