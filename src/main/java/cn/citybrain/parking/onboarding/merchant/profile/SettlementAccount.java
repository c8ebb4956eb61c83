package cn.citybrain.parking.onboarding.merchant.profile;

import java.util.Map;

/**
 * A bank account that a company has its money sent to.
 *
 * @param no of the account within its company, from 1, never given again
 * @param values in clear text, by place
 */
public record SettlementAccount(int no, Map<String, String> values) {

    public SettlementAccount {
        values = Map.copyOf(values);
    }

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "SettlementAccount[" + no + "]";
    }
}
