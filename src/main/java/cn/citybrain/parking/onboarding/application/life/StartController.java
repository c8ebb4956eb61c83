package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotAllowed;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.opening.ApplicationsUnderWay;
import cn.citybrain.parking.onboarding.application.opening.ApplicationsUnderWay.UnderWay;
import cn.citybrain.parking.onboarding.application.opening.LotOpening;
import cn.citybrain.parking.onboarding.application.opening.Openings;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the start form asks: the company's lots, and the accounts that it has at the channel. */
@RestController
class StartController {

    private final Catalogues catalogues;
    private final Merchants merchants;
    private final Openings openings;
    private final ApplicationsUnderWay underWay;
    private final ReceivingAccounts accounts;
    private final Guard guard;

    StartController(
            Catalogues catalogues,
            Merchants merchants,
            Openings openings,
            ApplicationsUnderWay underWay,
            ReceivingAccounts accounts,
            Guard guard) {
        this.catalogues = catalogues;
        this.merchants = merchants;
        this.openings = openings;
        this.underWay = underWay;
        this.accounts = accounts;
        this.guard = guard;
    }

    /**
     * @param stages Chinese names of what is filled in along the way, in order
     * @param underWay what the company has begun at the channel already, drafts first
     */
    record Start(
            String channel,
            String channelName,
            List<String> stages,
            List<LotOpening> lots,
            List<KnownAccount> accounts,
            List<UnderWay> underWay) {}

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

    @GetMapping("/api/channels/{code}/start")
    Start start(@PathVariable String code) {
        Actor actor = guard.require(Role.LOT_OPERATOR);
        Channel channel =
                Channel.find(code).orElseThrow(() -> new InvalidFields("请选择要接入的支付渠道", Map.of("channel", "没有这个支付渠道")));
        Merchant merchant = actor.tenants().stream()
                .flatMap(tenant -> merchants.byTenant(tenant).stream())
                .findFirst()
                .orElseThrow(() -> new NotAllowed("您的账号没有对应唯一的车场方，请联系运营公司"));
        return new Start(
                channel.code(),
                channel.displayName(),
                catalogues.of(channel).stages().stream().map(Stage::label).toList(),
                openings.lots(merchant),
                accounts.ofMerchant(merchant.id()).stream()
                        .filter(account -> account.channel().equals(channel.code()))
                        .map(KnownAccount::of)
                        .toList(),
                underWay.of(merchant.tenantId()).stream()
                        .filter(begun -> begun.channel().equals(channel.code()))
                        .toList());
    }
}
