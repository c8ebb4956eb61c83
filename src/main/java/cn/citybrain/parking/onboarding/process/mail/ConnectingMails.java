package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Mails about what is to be done to connect a lot. Who has to do it is asked to: its vendor, or the applicant where it has none.
 * An applicant whose vendor does it is told so, by the template of the same name that ends in {@code -told}, and asked nothing.
 */
@Component
public class ConnectingMails {

    private static final String TOLD = "-told";

    private final ProcessMails mails;
    private final Addressees addressees;
    private final Vendors vendors;

    ConnectingMails(ProcessMails mails, Addressees addressees, Vendors vendors) {
        this.mails = mails;
        this.addressees = addressees;
        this.vendors = vendors;
    }

    /**
     * One mail to each address.
     *
     * @param turn what makes this mail another one than the last with the same template, e.g. the id of the step
     * @param values what the template names beside the facts of the lot, {@code role} (whose turn it is) and {@code vendor}
     */
    public void send(String template, String turn, LotBinding lot, Manner manner, Map<String, Object> values) {
        Optional<Vendor> vendor = vendors.of(lot.lotCode());
        Set<String> doers = vendor.map(
                        found -> addressees.candidates(found.groupId(), lot.applicationNo(), Optional.of(lot)))
                .orElseGet(() -> addressees.applicant(lot.applicationNo()));
        Role role = vendor.isPresent() ? Role.LOT_VENDOR : Role.LOT_OPERATOR;
        Map<String, Object> all = new HashMap<>(values);
        all.put("role", role.title());
        mails.send(post(template, turn, lot, manner), doers, all);
        vendor.ifPresent(found -> tell(template, turn, lot, manner, found, doers, values));
    }

    /** As {@link #send}, to the applicant whose vendor does it, and to nobody where there is none. */
    public void tell(String template, String turn, LotBinding lot, Manner manner, Map<String, Object> values) {
        vendors.of(lot.lotCode()).ifPresent(vendor -> tell(template, turn, lot, manner, vendor, Set.of(), values));
    }

    private void tell(
            String template,
            String turn,
            LotBinding lot,
            Manner manner,
            Vendor vendor,
            Set<String> doers,
            Map<String, Object> values) {
        Set<String> asked = doers.stream().map(MailAddress::key).collect(Collectors.toSet());
        Set<String> told = addressees.applicant(lot.applicationNo());
        if (told.removeIf(address -> asked.contains(MailAddress.key(address))) && told.isEmpty()) {
            return;
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("vendor", vendor.name());
        mails.send(post(template + TOLD, turn, lot, manner), told, all);
    }

    private static Post post(String template, String turn, LotBinding lot, Manner manner) {
        return new Post(template, turn, lot.applicationNo(), Optional.of(lot), Optional.empty(), manner);
    }
}
