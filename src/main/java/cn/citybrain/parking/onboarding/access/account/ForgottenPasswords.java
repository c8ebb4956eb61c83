package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.ResetRequests;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final int LONGEST = 255;
    private static final int LONGEST_ADDRESS = 64;
    private static final int BATCH = 50;

    private final ResetRequests requests;
    private final AccountList accounts;
    private final AccountWriting writing;
    private final LinkMails mails;
    private final AccountHistory history;
    private final TransactionTemplate transaction;

    ForgottenPasswords(
            ResetRequests requests,
            AccountList accounts,
            AccountWriting writing,
            LinkMails mails,
            AccountHistory history,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.accounts = accounts;
        this.writing = writing;
        this.mails = mails;
        this.history = history;
        this.transaction = transaction;
    }

    /**
     * Writes it down, unless the same was asked too often within the last hour.
     *
     * @param typed a user id or an address of mail
     * @param address the network address that it came from
     */
    public void ask(String typed, String address) {
        String key = cut(Typed.code(typed).toLowerCase(Locale.ROOT), LONGEST);
        if (!key.isEmpty()) {
            requests.write(key, cut(address, LONGEST_ADDRESS));
        }
    }

    @Scheduled(fixedDelayString = "${onboarding.account.sweep-every:2s}")
    void onSchedule() {
        sweep();
    }

    /** Sends the mails that are to be sent, and forgets what was asked more than a day ago. */
    public void sweep() {
        requests.open(BATCH).forEach(this::answer);
        requests.forget();
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
        requests.take(id).ifPresent(typed -> {
            List<String> found = accounts.activeByIdOrMail(typed);
            LOG.info("a forgotten password was asked for, {} mails", found.size());
            found.forEach(this::send);
        });
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
