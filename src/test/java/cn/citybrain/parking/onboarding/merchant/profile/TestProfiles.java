package cn.citybrain.parking.onboarding.merchant.profile;

import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Profiles of companies that several tests share. */
public final class TestProfiles {

    private TestProfiles() {}

    /** Empties a company's profile. The profile itself stays: else it would be filled anew with what was accepted. */
    public static void empty(ApplicationContext app, String tenantId) {
        long company =
                app.getBean(Merchants.class).byTenant(tenantId).orElseThrow().id();
        for (String table : List.of("company_paper", "company_value")) {
            app.getBean(JdbcClient.class)
                    .sql("DELETE FROM " + table + " WHERE merchant_id = ?")
                    .param(company)
                    .update();
        }
    }
}
