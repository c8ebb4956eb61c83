package cn.citybrain.parking.onboarding.masterdata.register;

import java.util.Map;

/**
 * Other names of companies and vendors, as people write them in files.
 *
 * @param companies tenants by tenant, code and name
 * @param vendors groups by group, short code and name
 */
public record Names(Map<String, String> companies, Map<String, String> vendors) {

    static final Names NONE = new Names(Map.of(), Map.of());

    /** What was written, where nobody is called so. */
    String company(String written) {
        return companies.getOrDefault(written, written);
    }

    String vendor(String written) {
        return vendors.getOrDefault(written, written);
    }
}
