package cn.citybrain.parking.onboarding.access.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what a disabled account has come to have all the same: a task that it took, or was handed, in the moment when
 * it was disabled.
 */
@Component
class AccountSweep {

    private final JdbcClient jdbc;
    private final AccountList accounts;
    private final ClaimedTasks tasks;

    AccountSweep(JdbcClient jdbc, AccountList accounts, ClaimedTasks tasks) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    @Transactional
    public void giveBack() {
        jdbc.sql("SELECT DISTINCT a.user_id FROM account a JOIN act_ru_task t ON t.assignee_ = a.user_id"
                        + " WHERE a.state = 'DISABLED'")
                .query(String.class)
                .list()
                .forEach(userId -> accounts.byId(userId)
                        .ifPresent(account -> tasks.giveBackAll(
                                userId, account.name() + "（" + userId + "）的账号已停用，任务退回，请其他能办理的人员认领。")));
    }
}
