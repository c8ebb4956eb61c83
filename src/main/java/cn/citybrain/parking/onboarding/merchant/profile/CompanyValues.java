package cn.citybrain.parking.onboarding.merchant.profile;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The values of profiles, each encrypted on its own. Whoever writes holds {@link CompanyProfiles#lock}. */
@Component
public class CompanyValues {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    CompanyValues(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Map<String, String> ofCompany(long merchantId) {
        return of(merchantId, "account_no = 0").getOrDefault(CompanyProfile.COMPANY, Map.of());
    }

    List<SettlementAccount> accounts(long merchantId) {
        List<SettlementAccount> accounts = new ArrayList<>();
        of(merchantId, "account_no > 0").forEach((no, values) -> accounts.add(new SettlementAccount(no, values)));
        return accounts;
    }

    /**
     * Keeps a value.
     *
     * @param accountNo {@link CompanyProfile#COMPANY} or the number of a settlement account
     * @param value null takes it away
     */
    @Transactional
    public void put(long merchantId, int accountNo, String place, String value, String by, Instant at) {
        jdbc.sql("DELETE FROM company_value WHERE merchant_id = ? AND account_no = ? AND place = ?")
                .params(merchantId, accountNo, place)
                .update();
        if (value != null) {
            jdbc.sql("INSERT INTO company_value (merchant_id, account_no, place, content, changed_by, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(merchantId, accountNo, place)
                    .params(cipher.encrypt(value, context(merchantId, accountNo, place)), by, SqlTime.of(at))
                    .update();
        }
    }

    /** The number of a new settlement account; none is given twice. */
    @Transactional
    public int nextAccount(long merchantId) {
        jdbc.sql("UPDATE company_profile SET last_account = last_account + 1 WHERE merchant_id = ?")
                .param(merchantId)
                .update();
        return jdbc.sql("SELECT last_account FROM company_profile WHERE merchant_id = ?")
                .param(merchantId)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void removeAccount(long merchantId, int accountNo) {
        jdbc.sql("DELETE FROM company_value WHERE merchant_id = ? AND account_no = ? AND account_no > 0")
                .params(merchantId, accountNo)
                .update();
    }

    private Map<Integer, Map<String, String>> of(long merchantId, String which) {
        Map<Integer, Map<String, String>> values = new TreeMap<>();
        jdbc.sql("SELECT account_no, place, content FROM company_value WHERE merchant_id = ? AND " + which)
                .param(merchantId)
                .query(row -> {
                    int account = row.getInt("account_no");
                    String place = row.getString("place");
                    values.computeIfAbsent(account, first -> new LinkedHashMap<>())
                            .put(place, cipher.decrypt(row.getString("content"), context(merchantId, account, place)));
                });
        return values;
    }

    private static String context(long merchantId, int accountNo, String place) {
        return "company_value.content/" + merchantId + "/" + accountNo + "/" + place;
    }
}
