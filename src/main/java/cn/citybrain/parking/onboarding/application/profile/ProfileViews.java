package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.DraftCheck;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.Masking;
import cn.citybrain.parking.onboarding.application.profile.ProfileView.AccountView;
import cn.citybrain.parking.onboarding.application.profile.ProfileView.PaperView;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the page of a profile shows. */
@Component
class ProfileViews {

    private final Places places;
    private final DraftCheck check;
    private final Documents documents;
    private final ParkingLots lots;
    private final CompanyPeople people;
    private final Clock clock;

    ProfileViews(
            Places places, DraftCheck check, Documents documents, ParkingLots lots, CompanyPeople people, Clock clock) {
        this.places = places;
        this.check = check;
        this.documents = documents;
        this.lots = lots;
        this.people = people;
        this.clock = clock;
    }

    /** @param warnings doubts about what was saved just now */
    ProfileView of(Known known, Map<String, String> warnings) {
        Merchant merchant = known.merchant();
        CompanyProfile profile = known.profile();
        Map<String, String> values = facts(known);
        return new ProfileView(
                merchant.tenantId(),
                merchant.name(),
                profile.version(),
                people.name(profile.changedBy()),
                profile.changedAt(),
                places.form(),
                masked(places.facts(), values, merchant),
                check.check(places.facts(), values, merchant.uscc()).fields(),
                profile.accounts().stream()
                        .map(account -> new AccountView(
                                account.no(),
                                AccountLabel.of(account.values()),
                                masked(places.account(), account.values(), merchant)))
                        .toList(),
                papers(profile),
                lots.ofMerchant(merchant.id()).stream().map(ParkingLot::name).toList(),
                warnings);
    }

    /** What the page shows of the company, in clear text: with what the platform has on record where nothing else was said. */
    Map<String, String> facts(Known known) {
        Map<String, String> values = new HashMap<>(known.profile().values());
        for (String place : List.of(Places.COMPANY_NAME, Places.USCC)) {
            known.value(place).ifPresent(value -> values.put(place, value));
        }
        return values;
    }

    private static Map<String, String> masked(Catalogue form, Map<String, String> values, Merchant merchant) {
        Map<String, String> masked = new LinkedHashMap<>();
        form.fields()
                .filter(field -> values.containsKey(field.key()))
                .forEach(field -> masked.put(field.key(), shown(field, values.get(field.key()), merchant)));
        return masked;
    }

    /** What stands on the licence for everybody to read is no secret to the company itself, whatever field it stands in. */
    private static String shown(Field field, String value, Merchant merchant) {
        boolean known = Places.isOnTheLicence(field.key()) || value.equals(merchant.name());
        return field.sensitive() && !known ? Masking.masked(field, value) : value;
    }

    private List<PaperView> papers(CompanyProfile profile) {
        Map<String, Document> stored =
                documents
                        .find(profile.papers().stream()
                                .map(CompanyPaper::documentId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Document::id, Function.identity()));
        return profile.papers().stream()
                .map(paper -> view(paper, stored.get(paper.documentId())))
                .toList();
    }

    private PaperView view(CompanyPaper paper, Document document) {
        LocalDate end = paper.validUntil().orElse(null);
        Long left = end == null ? null : ChronoUnit.DAYS.between(LocalDate.now(clock), end);
        return PaperView.of(paper.place(), paper.about(), document, end, left);
    }
}
