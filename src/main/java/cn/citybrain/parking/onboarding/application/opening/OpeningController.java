package cn.citybrain.parking.onboarding.application.opening;

import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.opening.ApplicationsUnderWay.UnderWay;
import cn.citybrain.parking.onboarding.application.opening.NeededPapers.NeededPaper;
import cn.citybrain.parking.onboarding.application.register.OwnCompanies;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What 申请接入 asks: channels and lots of a company, with what is there already and what stands in the way. */
@RestController
class OpeningController {

    private final OwnCompanies own;
    private final ReceivingAccounts accounts;
    private final ApplicationsUnderWay underWay;
    private final Openings openings;
    private final Turns turns;
    private final Catalogues catalogues;
    private final NeededPapers papers;

    OpeningController(
            OwnCompanies own,
            ReceivingAccounts accounts,
            ApplicationsUnderWay underWay,
            Openings openings,
            Turns turns,
            Catalogues catalogues,
            NeededPapers papers) {
        this.own = own;
        this.accounts = accounts;
        this.underWay = underWay;
        this.openings = openings;
        this.turns = turns;
        this.catalogues = catalogues;
        this.papers = papers;
    }

    /**
     * @param company the one that this is about, by its tenant
     * @param obstacle why nothing begins for it, Chinese; null if it may apply
     * @param turn goes back with what is asked for, so that it begins once
     */
    record Opening(
            String company,
            String obstacle,
            List<Company> companies,
            int turn,
            List<ChannelOpening> channels,
            List<LotOpening> lots) {}

    record Company(String company, String name) {}

    /**
     * @param stages Chinese names of what is filled in along the way, in order
     * @param papers what the company needs there, and what of it its profile has
     * @param accounts what the company has there, oldest first
     * @param underWay drafts first, newest first
     */
    record ChannelOpening(
            String code,
            String name,
            List<String> stages,
            List<NeededPaper> papers,
            List<ReceivingAccount> accounts,
            List<UnderWay> underWay) {}

    /** @param company tenant of one of the person's companies; the first if none is named */
    @GetMapping("/api/accounts/openings")
    Opening openings(@RequestParam(defaultValue = "") String company) {
        List<Merchant> all = own.all();
        Merchant chosen = company.isBlank() ? all.get(0) : own.one(company);
        List<ReceivingAccount> known = accounts.ofMerchant(chosen.id());
        List<UnderWay> begun = underWay.of(chosen.tenantId());
        Optional<CompanyProfile> profile = papers.profile(chosen.id());
        return new Opening(
                chosen.tenantId(),
                openings.obstacle(chosen).orElse(null),
                all.stream()
                        .map(each -> new Company(each.tenantId(), each.name()))
                        .toList(),
                turns.next(chosen.tenantId(), own.userId()),
                Arrays.stream(Channel.values())
                        .map(channel -> channel(channel, profile, known, begun))
                        .toList(),
                openings.lots(chosen));
    }

    private ChannelOpening channel(
            Channel channel, Optional<CompanyProfile> profile, List<ReceivingAccount> known, List<UnderWay> begun) {
        return new ChannelOpening(
                channel.code(),
                channel.displayName(),
                catalogues.of(channel).stages().stream().map(Stage::label).toList(),
                papers.of(catalogues.of(channel), profile),
                known.stream()
                        .filter(account -> account.channel().equals(channel.code()))
                        .toList(),
                begun.stream()
                        .filter(application -> application.channel().equals(channel.code()))
                        .toList());
    }
}
