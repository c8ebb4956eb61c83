package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.OneCommand;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the engine's groups and tenants in step with the facts: a tenant per parking company, the operating company and
 * the auditors in every one of them, a vendor's group in those whose lots it serves.
 */
@NamedInterface("services")
@Component
public class Memberships {

    private static final List<Role> EVERYWHERE = List.of(Role.OPS_REVIEWER, Role.OPS_SUPERVISOR, Role.AUDITOR);
    private final IdentityService identity;
    private final Merchants merchants;
    private final Vendors vendors;
    private final People people;
    private final EngineAdministrators administrators;
    private final OneCommand together;

    Memberships(
            IdentityService identity,
            Merchants merchants,
            Vendors vendors,
            People people,
            EngineAdministrators administrators,
            OneCommand together) {
        this.identity = identity;
        this.merchants = merchants;
        this.vendors = vendors;
        this.people = people;
        this.administrators = administrators;
        this.together = together;
    }

    /** Facts change rarely and on any node: looking again is simpler than telling everybody. */
    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void alignAgain() {
        align();
    }

    /** Idempotent. */
    @Transactional
    public void align() {
        people.unrestricted(() -> {
            for (Role role : Role.values()) {
                group(role.group(), role.title());
            }
            companies(merchants.all());
            vendors.all().forEach(this::vendor);
            administrators.align();
            return null;
        });
    }

    /** Companies are new, or have another name: their tenants follow in the same transaction. */
    @Transactional
    public void follow(Collection<Merchant> changed) {
        if (!changed.isEmpty()) {
            people.unrestricted(() -> {
                together.run(() -> companies(List.copyOf(changed)));
                return null;
            });
        }
    }

    /** Vendors are new, have another name, or serve other lots: their groups follow in the same transaction. */
    @Transactional
    public void followVendors(Collection<String> groups) {
        people.unrestricted(() -> {
            groups.stream().map(vendors::byGroup).flatMap(Optional::stream).forEach(this::vendor);
            return null;
        });
    }

    /** Asks once for all that there is: with thousands of companies a question for each takes seconds. */
    private void companies(List<Merchant> all) {
        Map<String, Tenant> known = identity.createTenantQuery().unlimitedList().stream()
                .collect(Collectors.toMap(Tenant::getId, Function.identity()));
        all.forEach(merchant -> tenant(merchant, known.get(merchant.tenantId())));
        for (Role role : EVERYWHERE) {
            Set<String> member = tenantsOf(role.group());
            all.stream()
                    .map(Merchant::tenantId)
                    .filter(tenant -> !member.contains(tenant))
                    .forEach(tenant -> identity.createTenantGroupMembership(tenant, role.group()));
        }
    }

    private void tenant(Merchant merchant, Tenant known) {
        Tenant tenant = known == null ? identity.newTenant(merchant.tenantId()) : known;
        if (!merchant.name().equals(tenant.getName())) {
            tenant.setName(merchant.name());
            identity.saveTenant(tenant);
        }
    }

    private void vendor(Vendor vendor) {
        group(vendor.groupId(), vendor.name());
        rename(vendor);
        Set<String> served = vendors.lotsOf(List.of(vendor.groupId())).stream()
                .map(ParkingLot::tenantId)
                .collect(Collectors.toSet());
        Set<String> member = tenantsOf(vendor.groupId());
        served.stream()
                .filter(tenant -> !member.contains(tenant))
                .forEach(tenant -> identity.createTenantGroupMembership(tenant, vendor.groupId()));
        member.stream()
                .filter(tenant -> !served.contains(tenant))
                .forEach(tenant -> identity.deleteTenantGroupMembership(tenant, vendor.groupId()));
    }

    private void group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(
                    Role.isVendorCompany(id) ? "VENDOR" : Role.ADMIN.group().equals(id) ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void rename(Vendor vendor) {
        Group group = identity.createGroupQuery().groupId(vendor.groupId()).singleResult();
        if (!vendor.name().equals(group.getName())) {
            group.setName(vendor.name());
            identity.saveGroup(group);
        }
    }

    private Set<String> tenantsOf(String groupId) {
        return identity.createTenantQuery().groupMember(groupId).unlimitedList().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
    }
}
