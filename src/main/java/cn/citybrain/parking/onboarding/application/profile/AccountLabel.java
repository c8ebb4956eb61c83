package cn.citybrain.parking.onboarding.application.profile;

import java.util.Map;
import java.util.Optional;

/** How people tell a company's settlement accounts apart: by the bank and the last digits. */
final class AccountLabel {

    private static final int DIGITS = 4;

    private AccountLabel() {}

    static String of(Map<String, String> account) {
        String number = account.getOrDefault(Places.ACCOUNT_NUMBER, "");
        String bank = Optional.ofNullable(account.get("account.branchName"))
                .or(() -> Optional.ofNullable(account.get(Places.ACCOUNT_BANK)))
                .orElse("结算账户");
        return bank + " **** " + number.substring(Math.max(0, number.length() - DIGITS));
    }
}
