package cn.citybrain.parking.onboarding.masterdata.company;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.register.RunningApplications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.masterdata.BoundLots;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What lives on a company: applications under way, lots bound to accounts, open accounts, people. Four statements. */
@Component
class CompanyObstacles {

    private final RunningApplications applications;
    private final LotBindings bindings;
    private final ReceivingAccounts accounts;
    private final CompanyPeople people;

    CompanyObstacles(
            RunningApplications applications, LotBindings bindings, ReceivingAccounts accounts, CompanyPeople people) {
        this.applications = applications;
        this.bindings = bindings;
        this.accounts = accounts;
        this.people = people;
    }

    List<Obstacle> of(Merchant company) {
        List<Application> running = applications.ofCompany(company.tenantId());
        List<LotBinding> bound = bindings.openOfMerchant(company.id());
        List<Obstacle> found = new ArrayList<>();
        running.forEach(one -> found.add(new Obstacle(
                "办理中的申请",
                Channel.of(one.channel()).displayName() + " " + one.no() + "（"
                        + one.state().title() + "）",
                "/applications/" + one.no())));
        bound.forEach(one -> found.add(BoundLots.obstacle(one)));
        Set<String> told = Stream.concat(
                        running.stream().map(Application::no), bound.stream().map(LotBinding::applicationNo))
                .collect(Collectors.toSet());
        accounts.ofMerchant(company.id()).stream()
                .filter(account -> account.state() != AccountState.CLOSED && !told.contains(account.applicationNo()))
                .forEach(account -> found.add(new Obstacle(
                        "已开通的收款账户",
                        Channel.of(account.channel()).displayName() + " " + account.applicationNo(),
                        "/applications/" + account.applicationNo())));
        people.ofTenant(company.tenantId())
                .forEach(person -> found.add(new Obstacle(
                        "公司人员", person.name() + "（" + person.userId() + "）", "/people/" + person.userId())));
        return found;
    }
}
