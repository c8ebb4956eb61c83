package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.SettlementAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares what an application says with what is known of its company. What the profile could not keep is no difference. */
@Component
class Differences {

    private final Places places;
    private final FieldRules rules;

    Differences(Places places, FieldRules rules) {
        this.places = places;
        this.rules = rules;
    }

    List<Difference> of(Said said, Known known) {
        List<Difference> differences = new ArrayList<>();
        said.values()
                .forEach((place, value) -> company(place, value, said, known).ifPresent(differences::add));
        differences.addAll(account(said.account(), known));
        said.papers().forEach((place, paper) -> paper(place, paper, known).ifPresent(differences::add));
        return differences;
    }

    private Optional<Difference> company(String place, String value, Said said, Known known) {
        Field field = places.of(place);
        boolean same = value.equals(field.said(known.value(place).orElse(null)));
        if (same || isWrong(field, value)) {
            return Optional.empty();
        }
        Map<String, String> kept = new LinkedHashMap<>(Map.of(place, value));
        if (Places.isOneLots(place) && said.values().containsKey(Places.STORE_NAME)) {
            kept.put(Places.STORE_NAME, said.values().get(Places.STORE_NAME));
        }
        places.documentOf(place).forEach(other -> kept.put(other, said.values().getOrDefault(other, "")));
        String before = known.profile().values().get(place);
        return Optional.of(new Difference.OfValue(CompanyProfile.COMPANY, field, kept, before, value));
    }

    private List<Difference> account(Map<String, String> account, Known known) {
        String number = account.get(Places.ACCOUNT_NUMBER);
        if (number == null
                || account.entrySet().stream()
                        .anyMatch(entry -> isWrong(places.of(entry.getKey()), entry.getValue()))) {
            return List.of();
        }
        Optional<SettlementAccount> kept = known.profile().accounts().stream()
                .filter(one -> number.equals(one.values().get(Places.ACCOUNT_NUMBER)))
                .findFirst();
        if (kept.isEmpty()) {
            return List.of(new Difference.OfAccount(AccountLabel.of(account), account));
        }
        List<Difference> differences = new ArrayList<>();
        account.forEach((place, value) -> {
            String before = kept.get().values().get(place);
            if (!value.equals(before)) {
                differences.add(
                        new Difference.OfValue(kept.get().no(), places.of(place), Map.of(place, value), before, value));
            }
        });
        return differences;
    }

    private Optional<Difference> paper(String place, Said.Paper paper, Known known) {
        Optional<String> before = known.profile().paper(place, paper.about()).map(CompanyPaper::documentId);
        return before.filter(paper.documentId()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Difference.OfPaper(places.of(place), paper, before.orElse(null)));
    }

    private boolean isWrong(Field field, String value) {
        return rules.fault(field, value).isPresent();
    }
}
