package cn.citybrain.parking.onboarding.process.vendor;

import cn.citybrain.parking.onboarding.masterdata.LotsMoved.Move;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.notification.WaitingMails;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Mails about the lot that still wait for the former vendor go to the new one; both are told. */
@Component
class MailHandover {

    private final WaitingMails waiting;
    private final Addressees addressees;
    private final ProcessMails mails;
    private final Vendors vendors;
    private final PublicAddress address;
    private final Clock clock;

    MailHandover(
            WaitingMails waiting,
            Addressees addressees,
            ProcessMails mails,
            Vendors vendors,
            PublicAddress address,
            Clock clock) {
        this.waiting = waiting;
        this.addressees = addressees;
        this.mails = mails;
        this.vendors = vendors;
        this.address = address;
        this.clock = clock;
    }

    /** @param lot one of the lot's bindings that is not given up */
    void hand(Move move, LotBinding lot) {
        Set<String> former = of(move.former());
        former.removeAll(addressees.applicant(lot.applicationNo()));
        waiting.readdress(move.lotCode(), former, of(move.now()));
        String turn = move.lotCode() + "/" + clock.instant().toEpochMilli();
        Map<String, Object> names = Map.of("former", name(move.former()), "now", name(move.now()));
        Map<String, Object> leaving = new HashMap<>(names);
        leaving.put("link", address.at("/board"));
        mails.sendAboutLot("vendor-former", turn, lot, former, leaving);
        mails.sendAboutLot("vendor-new", turn, lot, of(move.now()), names);
    }

    /** The company's address and its people's. */
    private Set<String> of(String group) {
        Set<String> addresses = new LinkedHashSet<>();
        vendors.byGroup(group).map(Vendor::contactEmail).ifPresent(addresses::add);
        if (!group.isEmpty()) {
            addresses.addAll(addressees.group(group));
        }
        return addresses;
    }

    private String name(String group) {
        return Optional.of(group).flatMap(vendors::byGroup).map(Vendor::name).orElse("（无，由车场方自行对接）");
    }
}
