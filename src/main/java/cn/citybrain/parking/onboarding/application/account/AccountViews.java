package cn.citybrain.parking.onboarding.application.account;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.register.ReceivingAccountList;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what a list says of accounts: four statements, however many there are. */
@Component
class AccountViews {

    private final ReceivingAccounts accounts;
    private final AccountLots lots;
    private final ApplicationForms forms;
    private final CompanyPeople people;

    AccountViews(ReceivingAccounts accounts, AccountLots lots, ApplicationForms forms, CompanyPeople people) {
        this.accounts = accounts;
        this.lots = lots;
        this.forms = forms;
        this.people = people;
    }

    List<AccountView> of(List<ReceivingAccountList.Row> rows) {
        List<String> numbers = rows.stream().map(row -> row.application().no()).toList();
        Map<String, ReceivingAccount> known = accounts.ofApplications(numbers).stream()
                .collect(Collectors.toMap(ReceivingAccount::applicationNo, Function.identity()));
        Map<String, String> names = people.names(
                rows.stream().map(row -> row.application().createdBy()).toList());
        Map<String, AccountLots.Lots> bound = lots.bound(numbers);
        Map<String, AccountLots.Lots> intended = lots.intended(numbers);
        return rows.stream()
                .map(row -> {
                    String no = row.application().no();
                    String by = names.get(row.application().createdBy());
                    return view(row, by, Optional.ofNullable(known.get(no)), bound.get(no), intended.get(no));
                })
                .toList();
    }

    private AccountView view(
            ReceivingAccountList.Row row,
            String createdBy,
            Optional<ReceivingAccount> account,
            AccountLots.Lots bound,
            AccountLots.Lots intended) {
        Application application = row.application();
        Stage stage = forms.whole(application).stage(application.stage());
        AccountLots.Lots meant = intended == null ? AccountLots.Lots.NONE : intended;
        return new AccountView(
                application.no(),
                application.channel(),
                Channel.of(application.channel()).displayName(),
                application.tenantId(),
                row.merchantName(),
                row.group(),
                row.group().title(),
                account.map(ReceivingAccount::accountNumberMasked).orElse(null),
                account.map(ReceivingAccount::channelAccount).orElse(null),
                row.account(),
                application.state(),
                stage.title(application.state()),
                row.started(),
                createdBy,
                row.begunAt(),
                row.changedAt(),
                row.liveAt(),
                bound == null ? meant : bound,
                bound == null,
                row.closingReason());
    }
}
