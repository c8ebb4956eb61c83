package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the two whom it concerns; not whoever did it. */
@Component
class StandInMails {

    private final AccountList accounts;
    private final Mailer mailer;
    private final PublicAddress address;

    StandInMails(AccountList accounts, Mailer mailer, PublicAddress address) {
        this.accounts = accounts;
        this.mailer = mailer;
        this.address = address;
    }

    void appointed(StandIn standIn) {
        tell("stand-in", standIn, standIn.appointedBy(), standIn.reason().isEmpty() ? "" : "原因：" + standIn.reason());
    }

    /** @param by user id of who ended it before its time */
    void ended(StandIn standIn, String by, String why) {
        tell("stand-in-ended", standIn, by, why);
    }

    private void tell(String template, StandIn standIn, String by, String note) {
        Map<String, Object> values = Map.of(
                "absent", name(standIn.absent()),
                "deputy", name(standIn.deputy()),
                "days", standIn.days(),
                "by", name(by),
                "note", note,
                "link", address.at("/account"));
        for (String userId : Set.of(standIn.absent(), standIn.deputy())) {
            Optional<String> mail = accounts.byId(userId).map(Account::mail).filter(address -> !address.isEmpty());
            if (!userId.equals(by) && mail.isPresent()) {
                mailer.enqueue(template + "/" + standIn.id() + "/" + userId, mail.get(), template, values);
            }
        }
    }

    private String name(String userId) {
        return accounts.byId(userId).map(Account::name).orElse("系统");
    }
}
