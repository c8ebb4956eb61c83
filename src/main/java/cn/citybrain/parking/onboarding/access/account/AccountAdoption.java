package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.EngineUsers;
import cn.citybrain.parking.onboarding.access.people.UserAdded;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Users of the engine that have no account yet get one: at every start, those of an earlier version's database. */
@Component
@Order(30)
class AccountAdoption implements ApplicationRunner {

    /** In no id that could be typed: for one of two ids of an earlier version that differ by case only. */
    private static final String SECOND = "=";

    private final EngineUsers engine;
    private final AccountTable table;
    private final AccountList accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AccountAdoption(
            EngineUsers engine,
            AccountTable table,
            AccountList accounts,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.engine = engine;
        this.table = table;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        adoptAll();
    }

    /** Idempotent. */
    void adoptAll() {
        List<String> ours =
                jdbc.sql("SELECT user_id FROM account").query(String.class).list();
        Set<String> known = Set.copyOf(ours);
        engine.all().stream()
                .filter(userId -> !known.contains(userId))
                .forEach(userId -> transaction.executeWithoutResult(status -> adopt(userId)));
    }

    /** Made by a start of the application, in the same transaction. */
    @EventListener
    void on(UserAdded added) {
        if (accounts.byId(added.userId()).isEmpty()) {
            adopt(added.userId());
        } else {
            belong(added.userId());
        }
    }

    private void adopt(String userId) {
        String key = AccountIds.key(userId);
        boolean second = jdbc.sql("SELECT count(*) FROM account WHERE id_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
        table.add(userId, second ? SECOND + userId : key, AccountState.ACTIVE, true);
        belong(userId);
    }

    private void belong(String userId) {
        Set<String> groups = engine.groups(userId).stream()
                .filter(group ->
                        Role.isVendorCompany(group) || Role.ofGroup(group).isPresent())
                .collect(Collectors.toSet());
        table.belong(userId, groups, engine.tenants(userId));
    }
}
