package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The companies that entries name, by what they write: a tenant or a unified social credit code. */
@Component
class LotCompanies {

    private final JdbcClient jdbc;
    private final Merchants merchants;

    LotCompanies(JdbcClient jdbc, Merchants merchants) {
        this.jdbc = jdbc;
        this.merchants = merchants;
    }

    /** Two statements for each thousand names. */
    Map<String, Merchant> named(Collection<String> names) {
        Map<String, Merchant> found = new HashMap<>();
        List<String> tenants = Portions.ask(names, some -> jdbc.sql(
                        "SELECT tenant_id FROM merchant WHERE tenant_id IN (:names) OR uscc IN (:names)")
                .param("names", some)
                .query(String.class)
                .list());
        Portions.ask(tenants, merchants::byTenants).forEach(company -> {
            found.put(company.uscc(), company);
            found.put(company.tenantId(), company);
        });
        return found;
    }
}
