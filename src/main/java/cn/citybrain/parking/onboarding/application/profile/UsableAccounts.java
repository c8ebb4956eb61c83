package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.profile.SettlementAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which of a company's settlement accounts a form can take: one of the channel's bank where it wants that, whose number the
 * company does not use at this channel yet.
 */
@Component
class UsableAccounts {

    private static final String OTHER_BANK = "其他银行";

    private final ReceivingAccounts receiving;
    private final FieldRules rules;

    UsableAccounts(ReceivingAccounts receiving, FieldRules rules) {
        this.receiving = receiving;
        this.rules = rules;
    }

    /** In the order of the profile. */
    List<SettlementAccount> of(Catalogue form, Known known) {
        if (form.fields().noneMatch(field -> Places.ACCOUNT_NUMBER.equals(field.profile()))) {
            return List.of();
        }
        return known.profile().accounts().stream()
                .filter(account -> isOfBank(form.settlementBank(), account.values()))
                .filter(account -> isFree(form, known, account.values().get(Places.ACCOUNT_NUMBER)))
                .toList();
    }

    /** One in which nothing is wrong for this form goes before the others. */
    Optional<SettlementAccount> first(Catalogue form, Known known) {
        List<SettlementAccount> usable = of(form, known);
        return usable.stream()
                .filter(account -> isRight(form, account.values()))
                .findFirst()
                .or(() -> usable.stream().findFirst());
    }

    private static boolean isOfBank(String bank, Map<String, String> account) {
        String own = account.get(Places.ACCOUNT_BANK);
        String branch = account.getOrDefault("account.branchName", "");
        if (bank == null || branch.startsWith(bank)) {
            return true;
        }
        return own == null ? branch.isEmpty() : own.equals(bank) && !own.equals(OTHER_BANK);
    }

    private boolean isFree(Catalogue form, Known known, String number) {
        return number != null
                && receiving
                        .holder(known.merchant().id(), form.channel(), number)
                        .isEmpty();
    }

    private boolean isRight(Catalogue form, Map<String, String> account) {
        return form.fields()
                .filter(field -> field.profile() != null && account.containsKey(field.profile()))
                .allMatch(field -> isRight(field, account.get(field.profile())));
    }

    private boolean isRight(Field field, String value) {
        return rules.fault(field, value).isEmpty();
    }
}
