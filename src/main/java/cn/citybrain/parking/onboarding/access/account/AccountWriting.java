package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.account.AccountProblem.Invalid;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Outdated;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Unknown;
import cn.citybrain.parking.onboarding.access.people.EngineUsers;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Writes an account's row and its engine user together. */
@Component
class AccountWriting {

    private static final int UNKNOWN_BYTES = 32;

    private final AccountList list;
    private final AccountTable table;
    private final EngineUsers engine;
    private final SecureRandom random = new SecureRandom();

    AccountWriting(AccountList list, AccountTable table, EngineUsers engine) {
        this.list = list;
        this.table = table;
        this.engine = engine;
    }

    Account require(String userId) {
        return list.byId(userId).orElseThrow(() -> new Unknown(userId));
    }

    /** @throws Outdated if it is at another version by now */
    Account at(String userId, long version) {
        Account now = require(userId);
        if (now.version() != version) {
            throw new Outdated();
        }
        return now;
    }

    /** @param password null while the person has none: then nobody knows it */
    Account add(PersonEntry entry, AccountState state, String password) {
        String userId = entry.userId();
        if (engine.exists(userId)) {
            throw taken(userId);
        }
        try {
            table.add(userId, AccountIds.key(userId), state, password != null);
        } catch (DuplicateKeyException e) {
            throw taken(userId);
        }
        table.belong(userId, entry.groups(), entry.companies());
        engine.create(
                userId, entry.familyName(), entry.givenName(), entry.mail(), password == null ? unknown() : password);
        return followed(userId);
    }

    Account change(Account now, PersonEntry entry) {
        if (!table.touch(now.userId(), now.version())) {
            throw new Outdated();
        }
        table.belong(now.userId(), entry.groups(), entry.companies());
        engine.rename(now.userId(), entry.familyName(), entry.givenName(), entry.mail());
        return followed(now.userId());
    }

    /** @param reason empty for none */
    Account state(Account now, AccountState state, String reason) {
        if (!table.state(now.userId(), now.version(), state, reason)) {
            throw new Outdated();
        }
        return followed(now.userId());
    }

    /** The engine's user has what the account has while it is active, and otherwise nothing. */
    Account followed(String userId) {
        Account account = require(userId);
        boolean active = account.state() == AccountState.ACTIVE;
        engine.belong(userId, active ? account.groups() : Set.of(), active ? account.companies() : Set.of());
        return account;
    }

    private static Invalid taken(String userId) {
        String sentence = "用户名 " + userId + " 已经有人使用过（大小写不同也算），请换一个。";
        return new Invalid(sentence, Map.of("userId", sentence));
    }

    /** Long, random, of every kind of character: nobody's password. */
    private String unknown() {
        byte[] bytes = new byte[UNKNOWN_BYTES];
        random.nextBytes(bytes);
        return "aA1!" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
