package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Account;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import java.util.Optional;
import java.util.Set;

/** The merchants: known by PID or login, with or without the product. */
public final class Merchants {

    public static final String PID = "2088\\d{12}";

    private static final Set<String> VALID = Set.of("valid", "restrictValid");

    private Merchants() {}

    static Optional<Account> byLogin(ChannelOffice office, String login) {
        return office.accounts().all().stream()
                .filter(account -> login.equals(account.facts().get(SigningSteps.LOGIN)))
                .findFirst();
    }

    /** One that was signed elsewhere, and about which nothing more is known, has the product. */
    static String product(Account account) {
        return account.facts().getOrDefault(SigningSteps.PRODUCT, "valid");
    }

    /** Status of the product of whoever has this PID or login: as signed, else as far as its newest application is. */
    static String product(ChannelOffice office, String named, SigningSteps steps) {
        Optional<Account> known = office.accounts().find(named).or(() -> byLogin(office, named));
        return known.map(Merchants::product).orElseGet(() -> newest(office, named)
                .map(application -> steps.state(application).product())
                .orElse("none"));
    }

    private static Optional<Application> newest(ChannelOffice office, String account) {
        return office.applications().all().stream()
                .filter(application -> application.value("account").equals(account))
                .reduce((earlier, later) -> later);
    }

    /** Refuses a payee that has not signed the product (assumed code). */
    public static void check(ChannelOffice office, String pid) {
        boolean signed = office.accounts()
                .find(pid)
                .filter(account -> VALID.contains(product(account)))
                .isPresent();
        if (!signed) {
            throw AlipayError.business("PRODUCT_NOT_SIGNED", "收款账户没有签约多费率代扣产品");
        }
    }
}
