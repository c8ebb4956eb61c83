package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.form.Field.Option;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** The form of one application: the stages that it went through, with its company's own lots and account to choose from. */
@Component
public class ApplicationForms {

    private final Catalogues catalogues;
    private final ParkingLots lots;
    private final ReceivingAccounts accounts;

    ApplicationForms(Catalogues catalogues, ParkingLots lots, ReceivingAccounts accounts) {
        this.catalogues = catalogues;
        this.lots = lots;
        this.accounts = accounts;
    }

    public Catalogue of(Application application) {
        return whole(application).only(application.stages()).with(field -> resolved(field, application));
    }

    /** Everything that the application's channel asks for, the stages to come included. */
    public Catalogue whole(Application application) {
        return catalogues.of(Channel.of(application.channel()));
    }

    private Field resolved(Field field, Application application) {
        return switch (field.type()) {
            case LOTS -> field.choosing(lots(application));
            case RECEIVING_ACCOUNT -> field.choosing(account(application));
            default -> field;
        };
    }

    private List<Option> lots(Application application) {
        return lots.ofMerchant(application.merchantId()).stream()
                .map(lot -> new Option(lot.code(), lot.name() + "（" + lot.code() + "）", null))
                .toList();
    }

    /** The account that the channel has confirmed; nothing can be chosen before. */
    private List<Option> account(Application application) {
        return accounts
                .byApplication(application.no())
                .filter(account -> account.state() != AccountState.APPLYING)
                .map(account -> new Option(application.no(), name(account), null))
                .stream()
                .toList();
    }

    private static String name(ReceivingAccount account) {
        return Channel.of(account.channel()).displayName() + "账户 " + account.accountNumberMasked();
    }
}
