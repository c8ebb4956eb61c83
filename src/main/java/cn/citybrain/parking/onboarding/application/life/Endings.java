package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.words.Typed;
import org.springframework.stereotype.Component;

/** How an application ends without its account: who ended it, when and why; the receiving account is closed. */
@Component
class Endings {

    private static final int REASON_LENGTH = 2000;

    private final ApplicationRows rows;
    private final ReceivingAccounts accounts;

    Endings(ApplicationRows rows, ReceivingAccounts accounts) {
        this.rows = rows;
        this.accounts = accounts;
    }

    /** Within the transaction of the caller. */
    void end(String no, ApplicationState end, String by, String reason) {
        rows.move(
                no,
                end,
                ", closed_by = ?, closed_at = ?, closing_reason = ?, channel_link = NULL, expected_at = NULL",
                by,
                rows.now(),
                Typed.cut(reason, REASON_LENGTH));
        accounts.close(no);
    }
}
