package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The receiving accounts (收款账户). The unique {@code active_key} keeps one number from being applied for twice. */
@Component
public class ReceivingAccounts {

    private static final String SELECT =
            "SELECT a.*, m.tenant_id FROM receiving_account a JOIN merchant m ON m.id = a.merchant_id ";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    ReceivingAccounts(JdbcClient jdbc, FieldCipher cipher, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Opens the account that an application asks for; called again for the same application, it takes the corrected
     * number until the channel has opened it.
     *
     * @throws DuplicateAccount if the merchant has this number at this channel, running or live
     */
    @Transactional
    public ReceivingAccount open(long merchantId, String channel, String applicationNo, String accountNumber) {
        String key = activeKey(merchantId, channel, accountNumber);
        try {
            savepoint.executeWithoutResult(
                    tx -> insertOrCorrect(merchantId, channel, applicationNo, accountNumber, key));
        } catch (DuplicateKeyException e) {
            throw new DuplicateAccount(holderOf(key).orElse("（正在提交）"));
        }
        return byApplication(applicationNo).orElseThrow();
    }

    /** The application that uses this number at this channel, running or live; also when the channel gave it the number. */
    public Optional<String> holder(long merchantId, String channel, String accountNumber) {
        return holderOf(activeKey(merchantId, channel, accountNumber))
                .or(() -> jdbc.sql("SELECT application_no FROM receiving_account WHERE merchant_id = ? AND channel = ?"
                                + " AND channel_account = ? AND state <> 'CLOSED' ORDER BY id FETCH FIRST 1 ROWS ONLY")
                        .params(merchantId, channel, accountNumber)
                        .query(String.class)
                        .optional());
    }

    /**
     * The channel has opened the account.
     *
     * @throws IllegalStateException if it is closed, or open under another number of the channel
     */
    @Transactional
    public void activate(String applicationNo, String channelAccount) {
        int changed = jdbc.sql("UPDATE receiving_account SET state = 'ACTIVE', channel_account = ?"
                        + " WHERE application_no = ? AND state = 'APPLYING'")
                .params(channelAccount, applicationNo)
                .update();
        if (changed == 0) {
            ReceivingAccount now = byApplication(applicationNo).orElseThrow();
            if (now.state() == AccountState.CLOSED || !channelAccount.equals(now.channelAccount())) {
                throw new IllegalStateException("account of " + applicationNo + " is " + now.state());
            }
        }
    }

    /** What the channel opened is not what was applied for: it opens it anew. An account that is live stays. */
    @Transactional
    public void reopen(String applicationNo) {
        jdbc.sql("UPDATE receiving_account SET state = 'APPLYING', channel_account = NULL"
                        + " WHERE application_no = ? AND state = 'ACTIVE'")
                .param(applicationNo)
                .update();
    }

    /** 正式接入. True the first time only. */
    @Transactional
    public boolean markLive(long accountId) {
        return jdbc.sql("UPDATE receiving_account SET state = 'LIVE', live_at = ? WHERE id = ? AND state = 'ACTIVE'")
                        .params(OffsetDateTime.now(clock), accountId)
                        .update()
                == 1;
    }

    /** Closes an account that never went live; a live one stays. */
    @Transactional
    public void close(String applicationNo) {
        jdbc.sql("UPDATE receiving_account SET state = 'CLOSED', active_key = NULL, closed_at = ?"
                        + " WHERE application_no = ? AND state IN ('APPLYING', 'ACTIVE')")
                .params(OffsetDateTime.now(clock), applicationNo)
                .update();
    }

    /** Its time is over: removes the number of a closed account. Returns the account's id. */
    @Transactional
    public Optional<Long> empty(String applicationNo) {
        int emptied = jdbc.sql("UPDATE receiving_account SET account_number = ? WHERE application_no = ?"
                        + " AND state = 'CLOSED'")
                .params(cipher.encrypt("", context(applicationNo)), applicationNo)
                .update();
        return emptied == 0 ? Optional.empty() : byApplication(applicationNo).map(ReceivingAccount::id);
    }

    public Optional<ReceivingAccount> byApplication(String applicationNo) {
        return jdbc.sql(SELECT + "WHERE a.application_no = ?")
                .param(applicationNo)
                .query(this::account)
                .optional();
    }

    /** Those that these applications came to. */
    public List<ReceivingAccount> ofApplications(Collection<String> applicationNos) {
        return applicationNos.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE a.application_no IN (:numbers)")
                        .param("numbers", applicationNos)
                        .query(this::account)
                        .list();
    }

    public Optional<ReceivingAccount> byId(long id) {
        return jdbc.sql(SELECT + "WHERE a.id = ?")
                .param(id)
                .query(this::account)
                .optional();
    }

    /** Oldest first. */
    public List<ReceivingAccount> ofMerchant(long merchantId) {
        return jdbc.sql(SELECT + "WHERE a.merchant_id = ? ORDER BY a.id")
                .param(merchantId)
                .query(this::account)
                .list();
    }

    private void insertOrCorrect(long merchantId, String channel, String no, String accountNumber, String key) {
        String sealed = cipher.encrypt(accountNumber, context(no));
        int corrected = jdbc.sql("UPDATE receiving_account SET account_number = ?, active_key = ?"
                        + " WHERE application_no = ? AND state = 'APPLYING'")
                .params(sealed, key, no)
                .update();
        if (corrected == 0 && !openUnder(no, key)) {
            jdbc.sql("INSERT INTO receiving_account (merchant_id, channel, application_no, account_number, active_key,"
                            + " state, opened_at) VALUES (?, ?, ?, ?, ?, 'APPLYING', ?)")
                    .params(merchantId, channel, no, sealed, key, OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** Whether the channel has opened the account under this very number. */
    private boolean openUnder(String no, String key) {
        return jdbc.sql("SELECT count(*) FROM receiving_account WHERE application_no = ? AND active_key = ?")
                        .params(no, key)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private Optional<String> holderOf(String activeKey) {
        return jdbc.sql("SELECT application_no FROM receiving_account WHERE active_key = ?")
                .param(activeKey)
                .query(String.class)
                .optional();
    }

    private String activeKey(long merchantId, String channel, String accountNumber) {
        return merchantId + "/" + channel + "/" + cipher.fingerprint(accountNumber);
    }

    private ReceivingAccount account(ResultSet row, int n) throws SQLException {
        String no = row.getString("application_no");
        return new ReceivingAccount(
                row.getLong("id"),
                row.getLong("merchant_id"),
                row.getString("tenant_id"),
                row.getString("channel"),
                no,
                row.getString("channel_account"),
                masked(cipher.decrypt(row.getString("account_number"), context(no))),
                AccountState.valueOf(row.getString("state")));
    }

    private static String masked(String accountNumber) {
        int at = accountNumber.indexOf('@');
        if (at > 0) {
            return accountNumber.charAt(0) + "****" + accountNumber.substring(at);
        }
        return "**** " + accountNumber.substring(Math.max(0, accountNumber.length() - 4));
    }

    private static String context(String applicationNo) {
        return "receiving_account.account_number/" + applicationNo;
    }
}
