package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.merchant.profile.SettlementAccount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an application begins: as a copy of its company's profile. Only what is right in this form is taken over; what is not,
 * because it has expired or the channel wants it otherwise, is named.
 */
@Component
public class Copies {

    private final KnownCompanies companies;
    private final UsableAccounts accounts;
    private final ApplicationForms forms;
    private final FieldRules rules;
    private final Clock clock;

    Copies(KnownCompanies companies, UsableAccounts accounts, ApplicationForms forms, FieldRules rules, Clock clock) {
        this.companies = companies;
        this.accounts = accounts;
        this.forms = forms;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param lotCodes lots of the company that the application is meant for; the first is the main one */
    @Transactional
    public Copied of(Channel channel, Merchant merchant, List<String> lotCodes, String userId) {
        return of(forms.offered(channel, merchant.id()), companies.held(merchant, lotCodes, userId));
    }

    Copied of(Catalogue form, Known known) {
        return of(form, known, accounts.first(form, known));
    }

    /** @param account the settlement account that goes into the form */
    Copied of(Catalogue form, Known known, Optional<SettlementAccount> account) {
        Copied copied = new Copied(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        form.fields()
                .filter(field -> field.profile() != null && !field.former())
                .forEach(field -> copy(field, known, account, copied));
        if (account.isEmpty() && !known.profile().accounts().isEmpty()) {
            form.field(form.accountField())
                    .filter(field -> Places.ACCOUNT_NUMBER.equals(field.profile()))
                    .ifPresent(field -> copied.left()
                            .put(field.key(), "公司资料里没有能用在这里的结算账户（一个账号在同一渠道只能申请一次" + settlement(form) + "）"));
        }
        return copied;
    }

    private void copy(Field field, Known known, Optional<SettlementAccount> account, Copied copied) {
        if (field.isPaper()) {
            known.paper(field.profile()).ifPresent(paper -> copy(field, paper, copied));
            return;
        }
        value(field.profile(), known, account).ifPresent(value -> rules.fault(field, value)
                .ifPresentOrElse(fault -> copied.left().put(field.key(), fault), () -> copied.values()
                        .put(field.key(), value)));
    }

    private void copy(Field field, CompanyPaper paper, Copied copied) {
        if (paper.isExpired(LocalDate.now(clock))) {
            copied.left()
                    .put(
                            field.key(),
                            field.label() + "已过期（" + paper.validUntil().orElseThrow() + "），请上传新的");
        } else {
            copied.papers().put(field.key(), paper.documentId());
        }
    }

    private static Optional<String> value(String place, Known known, Optional<SettlementAccount> account) {
        return Places.isAccounts(place)
                ? account.flatMap(one -> Optional.ofNullable(one.values().get(place)))
                        .or(() -> account.isEmpty() ? known.value(place) : Optional.empty())
                : known.value(place);
    }

    /** Whether a field is about the settlement account that money goes to. */
    public static boolean isOfSettlement(Field field) {
        return field.profile() != null && Places.isAccounts(field.profile());
    }

    private static String settlement(Catalogue form) {
        return form.settlementBank() == null ? "" : "，且须是" + form.settlementBank() + "的账户";
    }
}
