package cn.citybrain.parking.onboarding.access.account;

import org.springframework.modulith.NamedInterface;

/** Whether somebody may log in. */
@NamedInterface("services")
public enum AccountState {
    /** Has never set a password: rights come with it. */
    INVITED("待激活"),
    ACTIVE("正常"),
    /** No login, no rights; the id and the name stay in the history. */
    DISABLED("已停用");

    private final String title;

    AccountState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
