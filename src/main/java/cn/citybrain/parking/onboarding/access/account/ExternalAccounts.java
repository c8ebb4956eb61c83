package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Invalid;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people whom a token server vouches for: what it says of them at each login is what they are here. */
@Component
public class ExternalAccounts {

    private static final Actor TOKEN_SERVER = new Actor("system", "统一身份认证", Set.of(), Set.of());

    private final JdbcClient jdbc;
    private final AccountWriting writing;
    private final KnownAccounts known;
    private final AccountSwitch onAndOff;
    private final AccountHistory history;
    private final Clock clock;

    ExternalAccounts(
            JdbcClient jdbc,
            AccountWriting writing,
            KnownAccounts known,
            AccountSwitch onAndOff,
            AccountHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.known = known;
        this.onAndOff = onAndOff;
        this.history = history;
        this.clock = clock;
    }

    /** Whether somebody's account follows a token server. */
    public boolean isLinked(String userId) {
        return jdbc.sql("SELECT count(*) FROM account_identity WHERE user_id = ?")
                        .param(userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Makes the account, or brings name, mail, roles and companies into step. A disabled one is left as it is. Who is known
     * by the identity keeps the id, whatever they are called now.
     *
     * @param identity issuer and subject
     * @param mailProven whether the token server has seen that the mail is theirs
     * @throws Invalid with field {@code userId} if the id cannot be theirs: an account that was made here goes over to the
     *     token server only by the same proven mail
     */
    @Transactional
    public Account align(String identity, PersonEntry said, boolean mailProven) {
        String key = hash(identity);
        Optional<String> linked = jdbc.sql("SELECT user_id FROM account_identity WHERE identity = ?")
                .param(key)
                .query(String.class)
                .optional();
        if (linked.isPresent()) {
            return follow(writing.require(linked.get()), said);
        }
        AccountIds.fault(said.userId()).ifPresent(ExternalAccounts::refuse);
        Known all = known.read();
        Account there = all.accounts().get(AccountIds.key(said.userId()));
        if (there != null) {
            requireSame(there, said, mailProven);
        }
        Account made = there == null ? writing.add(said, AccountState.ACTIVE, null) : there;
        jdbc.sql("INSERT INTO account_identity (identity, user_id, linked_at) VALUES (?, ?, ?)")
                .params(key, made.userId(), SqlTime.of(clock.instant()))
                .update();
        if (there == null) {
            history.changed(null, made, "新建", TOKEN_SERVER.userId(), "首次通过统一身份认证登录", all);
            return made;
        }
        history.record(made, "关联统一身份认证", TOKEN_SERVER.userId(), "邮箱一致");
        return follow(made, said);
    }

    /** How often the account's sessions were ended; empty if it was changed since it was brought into step. */
    public Optional<Long> generation(Account aligned) {
        return jdbc.sql("SELECT generation FROM account WHERE user_id = ? AND version = ?")
                .params(aligned.userId(), aligned.version())
                .query(Long.class)
                .optional();
    }

    private Account follow(Account now, PersonEntry said) {
        if (now.state() == AccountState.DISABLED) {
            return now;
        }
        Account active = now.state() == AccountState.ACTIVE ? now : writing.state(now, AccountState.ACTIVE, "");
        PersonEntry entry = new PersonEntry(
                now.userId(),
                said.familyName(),
                said.givenName(),
                said.mail(),
                said.roles(),
                said.companies(),
                said.vendor());
        if (entry.equals(active.entry())) {
            return active;
        }
        Account after = writing.change(active, entry);
        if (!after.groups().equals(active.groups()) || !after.companies().equals(active.companies())) {
            onAndOff.movedTo(TOKEN_SERVER, active, after);
        }
        history.changed(active, after, "修改", TOKEN_SERVER.userId(), "按统一身份认证更新", known.read());
        return after;
    }

    private void requireSame(Account there, PersonEntry said, boolean mailProven) {
        boolean same = there.userId().equals(said.userId())
                && mailProven
                && !said.mail().isEmpty()
                && said.mail().equalsIgnoreCase(there.mail());
        if (!same || isLinked(there.userId())) {
            refuse("用户名 " + said.userId() + " 在本系统已有账号，但邮箱没有核实或不一致，不能确认是同一个人。");
        }
    }

    private static void refuse(String sentence) {
        throw new Invalid(sentence, Map.of("userId", sentence));
    }

    private static String hash(String identity) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
