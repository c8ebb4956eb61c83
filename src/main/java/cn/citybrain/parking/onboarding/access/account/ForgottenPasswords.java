package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.LinkSettings;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody says that they forgot their password. What they typed is only written down, so that the answer and its time are
 * the same whether there is such an account or not; whose it is, is looked up afterwards, and who has an active account
 * gets a mail.
 */
@NamedInterface("services")
@Component
public class ForgottenPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenPasswords.class);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST = 255;
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final AccountList accounts;
    private final AccountWriting writing;
    private final LinkMails mails;
    private final AccountHistory history;
    private final LinkSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgottenPasswords(
            JdbcClient jdbc,
            AccountList accounts,
            AccountWriting writing,
            LinkMails mails,
            AccountHistory history,
            LinkSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.writing = writing;
        this.mails = mails;
        this.history = history;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes it down, unless the same was asked too often within the last hour.
     *
     * @param typed a user id or an address of mail
     * @param address the network address that it came from
     */
    public void ask(String typed, String address) {
        String key = cut(typed.strip().toLowerCase(Locale.ROOT), LONGEST);
        OffsetDateTime since = SqlTime.of(clock.instant().minus(COUNTED));
        String from = cut(address, 64);
        boolean often = count("typed", key, since) >= settings.asksPerName()
                | count("address", from, since) >= settings.asksPerAddress();
        if (!often && !key.isEmpty()) {
            jdbc.sql("INSERT INTO reset_request (typed, address, asked_at) VALUES (?, ?, ?)")
                    .params(key, from, SqlTime.of(clock.instant()))
                    .update();
        }
    }

    private long count(String column, String value, OffsetDateTime since) {
        return jdbc.sql("SELECT count(*) FROM reset_request WHERE " + column + " = ? AND asked_at > ?")
                .params(value, since)
                .query(Long.class)
                .single();
    }

    @Scheduled(fixedDelayString = "${onboarding.account.sweep-every:2s}")
    void onSchedule() {
        sweep();
    }

    /** Sends the mails that are to be sent, and forgets what was asked more than a day ago. */
    public void sweep() {
        jdbc.sql("SELECT id FROM reset_request WHERE handled_at IS NULL ORDER BY id FETCH FIRST " + BATCH
                        + " ROWS ONLY")
                .query(Long.class)
                .list()
                .forEach(this::answer);
        jdbc.sql("DELETE FROM reset_request WHERE asked_at < ?")
                .param(SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }

    /** What goes wrong with one must not keep the others from their mails; it is tried again until it is forgotten. */
    private void answer(long id) {
        try {
            transaction.executeWithoutResult(status -> handle(id));
        } catch (RuntimeException e) {
            LOG.error("forgotten password {} was not answered", id, e);
        }
    }

    /** Another node may have been faster. */
    private void handle(long id) {
        int mine = jdbc.sql("UPDATE reset_request SET handled_at = ? WHERE id = ? AND handled_at IS NULL")
                .params(SqlTime.of(clock.instant()), id)
                .update();
        if (mine == 1) {
            String typed = jdbc.sql("SELECT typed FROM reset_request WHERE id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            List<String> found = accounts.activeByIdOrMail(typed);
            LOG.info("a forgotten password was asked for, {} mails", found.size());
            found.forEach(this::send);
        }
    }

    private void send(String userId) {
        Account account = writing.require(userId);
        if (!account.mail().isEmpty()) {
            mails.send(account, Purpose.RESET);
            history.record(account, "忘记密码", userId, "在登录页申请，已发送重设密码链接");
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
