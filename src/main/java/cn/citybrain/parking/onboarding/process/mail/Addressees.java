package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.absence.StandIn;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final StandIns standIns;
    private final Filers filers;

    Addressees(IdentityService identity, Applications applications, Vendors vendors, StandIns standIns, Filers filers) {
        this.identity = identity;
        this.applications = applications;
        this.vendors = vendors;
        this.standIns = standIns;
        this.filers = filers;
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

    /**
     * Those who may do a task that a group is a candidate of.
     *
     * @param applicationNo whose task it is; {@code null} if no application's
     */
    public Set<String> candidates(String group, String applicationNo, Optional<LotBinding> lot) {
        if (Role.LOT_OPERATOR.group().equals(group)) {
            return applicant(applicationNo);
        }
        boolean fourEyes = applicationNo != null && Filers.areBarredFrom(group);
        Set<String> addresses = of(
                () -> identity.createUserQuery().memberOfGroup(group), fourEyes ? filers.of(applicationNo) : Set.of());
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

    private Set<String> of(Supplier<UserQuery> query) {
        return of(query, Set.of());
    }

    /**
     * Whoever does the tasks of one who is away today gets their mails as well.
     *
     * @param barred user ids of those whom it does not concern, whatever their groups and whomever they stand in for
     */
    private Set<String> of(Supplier<UserQuery> query, Set<String> barred) {
        List<User> users = new ArrayList<>(query.get().unlimitedList());
        String[] deputies = standIns.ofAbsent(users.stream().map(User::getId).toList()).values().stream()
                .map(StandIn::deputy)
                .toArray(String[]::new);
        if (deputies.length > 0) {
            users.addAll(identity.createUserQuery().userIdIn(deputies).unlimitedList());
        }
        users.removeIf(user -> barred.contains(user.getId()));
        return MailAddress.distinct(mails(users));
    }

    private static List<String> mails(List<User> users) {
        return users.stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList();
    }
}
