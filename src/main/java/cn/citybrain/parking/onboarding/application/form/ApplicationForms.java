package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.form.Field.Option;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** @param values what is entered: it names the lots that some things are asked for */
    public Catalogue of(Application application, Map<String, String> values) {
        List<ParkingLot> own = lots.ofMerchant(application.merchantId());
        Map<String, String> names = own.stream().collect(Collectors.toMap(ParkingLot::code, ParkingLot::name));
        return whole(application)
                .only(application.stages())
                .forLots(values, names)
                .with(field -> resolved(field, application, own));
    }

    /** Everything that the application's channel asks for, the stages to come included. */
    public Catalogue whole(Application application) {
        return catalogues.of(Channel.of(application.channel()));
    }

    /** Everything that it is or will be asked for, with the groups of the lots that these values name. */
    public Catalogue whole(Application application, Map<String, String> values) {
        Map<String, String> names = lots.ofMerchant(application.merchantId()).stream()
                .collect(Collectors.toMap(ParkingLot::code, ParkingLot::name));
        return whole(application).forLots(values, names);
    }

    /** Everything that a channel asks for, with a company's own lots to choose from. */
    public Catalogue offered(Channel channel, long merchantId) {
        List<ParkingLot> own = lots.ofMerchant(merchantId);
        return catalogues.of(channel).with(field -> choosingLots(field, own));
    }

    private Field resolved(Field field, Application application, List<ParkingLot> own) {
        return field.type() == FieldType.RECEIVING_ACCOUNT
                ? field.choosing(account(application))
                : choosingLots(field, own);
    }

    private static Field choosingLots(Field field, List<ParkingLot> own) {
        return switch (field.type()) {
            case LOT ->
                field.choosing(own.stream()
                        .map(lot -> new Option(lot.name(), described(lot), null))
                        .toList());
            case LOTS ->
                field.choosing(own.stream()
                        .map(lot -> new Option(lot.code(), described(lot), null))
                        .toList());
            default -> field;
        };
    }

    private static String described(ParkingLot lot) {
        return lot.name() + "（" + lot.code() + "）";
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
