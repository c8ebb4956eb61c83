package cn.citybrain.parking.onboarding.access.account;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * What checks of people go by, read once for any number of them.
 *
 * @param accounts every account there ever was, by the id in lower case
 * @param companies names of the parking companies that people may be given to, by tenant
 * @param vendors names of the vendor companies that people may be given to, by group
 * @param names of every company and vendor, also those that are not active any more, by tenant or group
 */
@NamedInterface("services")
public record Known(
        Map<String, Account> accounts,
        Map<String, String> companies,
        Map<String, String> vendors,
        Map<String, String> names) {

    public Known {
        accounts = Map.copyOf(accounts);
        companies = Map.copyOf(companies);
        vendors = Map.copyOf(vendors);
        names = Map.copyOf(names);
    }

    /** The company's name; the id where there is no such company. */
    public String name(String companyOrVendor) {
        return names.getOrDefault(companyOrVendor, companyOrVendor);
    }
}
