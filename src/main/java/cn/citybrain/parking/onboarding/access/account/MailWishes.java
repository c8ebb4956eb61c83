package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.words.MailAddress;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to be reminded by mail of what is due soon. What a person has to know is not theirs to choose. */
@NamedInterface("services")
@Component
public class MailWishes {

    private final JdbcClient jdbc;
    private final AccountWriting writing;
    private final AccountHistory history;

    MailWishes(JdbcClient jdbc, AccountWriting writing, AccountHistory history) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.history = history;
    }

    public boolean reminded(String userId) {
        return jdbc.sql("SELECT reminders FROM account WHERE user_id = ?")
                .param(userId)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** The person's own choice; stands in the history of the account. */
    @Transactional
    public void choose(String userId, boolean reminded) {
        boolean changed =
                jdbc.sql("UPDATE account SET reminders = ?, version = version + 1 WHERE user_id = ? AND reminders <> ?")
                                .params(reminded, userId, reminded)
                                .update()
                        == 1;
        if (changed) {
            history.record(writing.require(userId), "邮件提醒", userId, reminded ? "本人开启" : "本人关闭");
        }
    }

    /** Of these addresses those that belong to people none of whom wants to be reminded there; in lower case. */
    public Set<String> unreminded(Collection<String> addresses) {
        Set<String> keys = addresses.stream().map(MailAddress::key).collect(Collectors.toSet());
        return keys.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT lower(u.EMAIL_) FROM account a JOIN ACT_ID_USER u ON u.ID_ = a.user_id"
                                + " WHERE a.state = 'ACTIVE' AND lower(u.EMAIL_) IN (:keys) GROUP BY lower(u.EMAIL_)"
                                + " HAVING MAX(CASE WHEN a.reminders THEN 1 ELSE 0 END) = 0")
                        .param("keys", keys)
                        .query(String.class)
                        .list());
    }
}
