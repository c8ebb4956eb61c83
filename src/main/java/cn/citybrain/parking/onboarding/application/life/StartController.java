package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.opening.ApplicationsUnderWay;
import cn.citybrain.parking.onboarding.application.opening.ApplicationsUnderWay.UnderWay;
import cn.citybrain.parking.onboarding.application.opening.LotOpening;
import cn.citybrain.parking.onboarding.application.opening.NeededPapers;
import cn.citybrain.parking.onboarding.application.opening.NeededPapers.NeededPaper;
import cn.citybrain.parking.onboarding.application.opening.Openings;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.register.OwnCompanies;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the start form asks: the company's lots, and the accounts that it has at the channel. */
@RestController
class StartController {

    private final Catalogues catalogues;
    private final OwnCompanies own;
    private final Openings openings;
    private final ApplicationsUnderWay underWay;
    private final ReceivingAccounts accounts;
    private final NeededPapers papers;
    private final Guard guard;

    StartController(
            Catalogues catalogues,
            OwnCompanies own,
            Openings openings,
            ApplicationsUnderWay underWay,
            ReceivingAccounts accounts,
            NeededPapers papers,
            Guard guard) {
        this.catalogues = catalogues;
        this.own = own;
        this.openings = openings;
        this.underWay = underWay;
        this.accounts = accounts;
        this.papers = papers;
        this.guard = guard;
    }

    /**
     * @param company tenant of the one that this is about; null while one of several is to be chosen
     * @param companies that the person may apply for
     * @param stages Chinese names of what is filled in along the way, in order
     * @param papers what the company needs, and what of it its profile has
     * @param underWay what the company has begun at the channel already, drafts first
     */
    record Start(
            String channel,
            String channelName,
            String company,
            List<Company> companies,
            List<String> stages,
            List<NeededPaper> papers,
            List<LotOpening> lots,
            List<KnownAccount> accounts,
            List<UnderWay> underWay) {}

    /** @param company its tenant */
    record Company(String company, String name) {}

    /**
     * An account that the company has at the channel.
     *
     * @param applicationNo the application that it came from
     * @param number masked
     * @param channelAccount the channel's number of the company, null before it was opened
     */
    record KnownAccount(String applicationNo, String number, String channelAccount, AccountState state) {

        static KnownAccount of(ReceivingAccount account) {
            return new KnownAccount(
                    account.applicationNo(), account.accountNumberMasked(), account.channelAccount(), account.state());
        }
    }

    /** @param company tenant of one of the person's companies; may be left out by who has one */
    @GetMapping("/api/channels/{code}/start")
    Start start(@PathVariable String code, @RequestParam(defaultValue = "") String company) {
        guard.require(Role.LOT_OPERATOR);
        Channel channel = Catalogues.channel(code);
        List<Merchant> all = own.all();
        Optional<Merchant> chosen =
                company.isBlank() && all.size() > 1 ? Optional.empty() : Optional.of(own.one(company));
        return new Start(
                channel.code(),
                channel.displayName(),
                chosen.map(Merchant::tenantId).orElse(null),
                all.stream()
                        .map(each -> new Company(each.tenantId(), each.name()))
                        .toList(),
                catalogues.of(channel).stages().stream().map(Stage::label).toList(),
                papers.of(catalogues.of(channel), chosen.flatMap(merchant -> papers.profile(merchant.id()))),
                chosen.map(openings::lots).orElse(List.of()),
                chosen.map(merchant -> accounts(merchant, channel)).orElse(List.of()),
                chosen.map(merchant -> underWay(merchant, channel)).orElse(List.of()));
    }

    private List<KnownAccount> accounts(Merchant merchant, Channel channel) {
        return accounts.ofMerchant(merchant.id()).stream()
                .filter(account -> account.channel().equals(channel.code()))
                .map(KnownAccount::of)
                .toList();
    }

    private List<UnderWay> underWay(Merchant merchant, Channel channel) {
        return underWay.of(merchant.tenantId()).stream()
                .filter(begun -> begun.channel().equals(channel.code()))
                .toList();
    }
}
