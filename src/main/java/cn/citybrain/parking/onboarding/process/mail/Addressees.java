package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.springframework.stereotype.Component;

/** The mail addresses of those whom something concerns. */
@Component
public class Addressees {

    private final IdentityService identity;
    private final Applications applications;
    private final Vendors vendors;

    Addressees(IdentityService identity, Applications applications, Vendors vendors) {
        this.identity = identity;
        this.applications = applications;
        this.vendors = vendors;
    }

    /** The contact that the application names, and the operator's people. */
    public Set<String> applicant(String applicationNo) {
        String tenant = applications.byNo(applicationNo).tenantId();
        Set<String> addresses = of(() -> identity.createUserQuery()
                .memberOfGroup(Role.LOT_OPERATOR.group())
                .memberOfTenant(tenant));
        addresses.add(applications.contactEmail(applicationNo));
        return addresses;
    }

    /** The vendor of a lot: the company's address. */
    public Set<String> vendor(String lotCode) {
        Set<String> addresses = new LinkedHashSet<>();
        vendors.of(lotCode).map(Vendor::contactEmail).ifPresent(addresses::add);
        return addresses;
    }

    /** Everybody who works on a lot: operator and vendor. */
    public Set<String> ofLot(LotBinding lot) {
        Set<String> addresses = applicant(lot.applicationNo());
        addresses.addAll(vendor(lot.lotCode()));
        return addresses;
    }

    /** Those who may do a task that a group is a candidate of. */
    public Set<String> candidates(String group, String applicationNo, Optional<LotBinding> lot) {
        if (Role.LOT_OPERATOR.group().equals(group)) {
            return applicant(applicationNo);
        }
        Set<String> addresses = group(group);
        if (Role.isVendorCompany(group)) {
            lot.map(found -> vendor(found.lotCode())).ifPresent(addresses::addAll);
        }
        return addresses;
    }

    public Set<String> person(String userId) {
        return of(() -> identity.createUserQuery().userId(userId));
    }

    public Set<String> role(Role role) {
        return group(role.group());
    }

    public Set<String> group(String groupId) {
        return of(() -> identity.createUserQuery().memberOfGroup(groupId));
    }

    /** Whether a single person can do what a group is asked to. */
    public boolean isOnePerson(String groupId) {
        return identity.createUserQuery().memberOfGroup(groupId).count() <= 1;
    }

    private static Set<String> of(Supplier<UserQuery> query) {
        return MailAddress.distinct(query.get().unlimitedList().stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList());
    }
}
