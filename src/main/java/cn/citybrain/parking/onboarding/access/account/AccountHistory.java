package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes into the history what was done to an account; passwords and links are only named. */
@Component
class AccountHistory {

    private final Changes changes;

    AccountHistory(Changes changes) {
        this.changes = changes;
    }

    /** Something that changed no field. */
    void record(Account account, String action, String by, String note) {
        write(account, action, by, List.of(), note);
    }

    /** @param before null where the account is new */
    void changed(Account before, Account after, String action, String by, String note, Known known) {
        Difference difference = new Difference()
                .field("姓名", before == null ? "" : before.name(), after.name())
                .field("邮箱", before == null ? "" : before.mail(), after.mail())
                .field("角色", before == null ? "" : roles(before), roles(after))
                .field("车场方", before == null ? "" : companies(before, known), companies(after, known))
                .field("技术方", before == null ? "" : vendor(before, known), vendor(after, known))
                .field(
                        "状态",
                        before == null ? "" : before.state().title(),
                        after.state().title());
        write(after, action, by, difference.fields(), note);
    }

    private void write(Account account, String action, String by, List<ChangedField> fields, String note) {
        changes.record(new Done(Subject.person(account.userId()), account.version(), action, fields, note), by);
    }

    private static String roles(Account account) {
        return account.roles().stream().map(Role::title).collect(Collectors.joining("、"));
    }

    private static String companies(Account account, Known known) {
        return account.companies().stream().map(known::name).sorted().collect(Collectors.joining("、"));
    }

    private static String vendor(Account account, Known known) {
        return account.vendor().map(known::name).orElse("");
    }
}
