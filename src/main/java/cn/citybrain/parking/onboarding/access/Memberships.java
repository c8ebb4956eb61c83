package cn.citybrain.parking.onboarding.access;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the engine's groups and tenants in step with the facts: a tenant per parking company, the operating company and
 * the auditors in every one of them, a vendor's group in those whose lots it serves.
 */
@Component
class Memberships {

    private static final List<Role> EVERYWHERE = List.of(Role.OPS_REVIEWER, Role.OPS_SUPERVISOR, Role.AUDITOR);
    private final IdentityService identity;
    private final Merchants merchants;
    private final Vendors vendors;
    private final People people;

    Memberships(IdentityService identity, Merchants merchants, Vendors vendors, People people) {
        this.identity = identity;
        this.merchants = merchants;
        this.vendors = vendors;
        this.people = people;
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
            merchants.all().forEach(this::tenant);
            vendors.all().forEach(this::vendor);
            return null;
        });
    }

    private void tenant(Merchant merchant) {
        Tenant tenant =
                identity.createTenantQuery().tenantId(merchant.tenantId()).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(merchant.tenantId());
        }
        if (!merchant.name().equals(tenant.getName())) {
            tenant.setName(merchant.name());
            identity.saveTenant(tenant);
        }
        EVERYWHERE.forEach(role -> member(merchant.tenantId(), role.group()));
    }

    private void vendor(Vendor vendor) {
        group(vendor.groupId(), vendor.name());
        Set<String> served = vendors.lotsOf(List.of(vendor.groupId())).stream()
                .map(ParkingLot::tenantId)
                .collect(Collectors.toSet());
        served.forEach(tenant -> member(tenant, vendor.groupId()));
        identity.createTenantQuery().groupMember(vendor.groupId()).list().stream()
                .map(Tenant::getId)
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

    private void member(String tenantId, String groupId) {
        if (identity.createTenantQuery().tenantId(tenantId).groupMember(groupId).count() == 0) {
            identity.createTenantGroupMembership(tenantId, groupId);
        }
    }
}
