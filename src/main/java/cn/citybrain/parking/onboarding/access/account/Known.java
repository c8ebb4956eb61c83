package cn.citybrain.parking.onboarding.access.account;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * What checks of people go by, read once for any number of them.
 *
 * @param accounts every account there ever was, by the id in lower case
 * @param companies names of the parking companies that people may work for, by tenant
 * @param vendors names of the vendor companies that people may belong to, by group
 */
@NamedInterface("services")
public record Known(Map<String, Account> accounts, Map<String, String> companies, Map<String, String> vendors) {

    public Known {
        accounts = Map.copyOf(accounts);
        companies = Map.copyOf(companies);
        vendors = Map.copyOf(vendors);
    }
}
