package cn.citybrain.parking.onboarding.masterdata.company;

import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.NotKnown;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the parking companies. Every change is recorded, and the engine's tenants follow in the same transaction. A list is
 * accepted as a whole or not at all, with a fixed number of statements for each thousand. Who may is asked by the callers.
 */
@NamedInterface("services")
@Component
public class Companies {

    private final CompanyTable table;
    private final CompanyChecks checks;
    private final Changes changes;
    private final Memberships memberships;

    Companies(CompanyTable table, CompanyChecks checks, Changes changes, Memberships memberships) {
        this.table = table;
        this.checks = checks;
        this.changes = changes;
        this.memberships = memberships;
    }

    /** Those of these companies that are kept, by tenant. */
    public Map<String, Merchant> kept(Collection<String> tenants) {
        return table.byTenants(tenants);
    }

    /** @throws NotKnown if there is none */
    public Merchant byTenant(String tenant) {
        Merchant kept = table.byTenants(List.of(tenant)).get(tenant);
        if (kept == null) {
            throw new NotKnown("没有公司“" + tenant + "”");
        }
        return kept;
    }

    /**
     * What is wrong with entries, Chinese, by field, in their order: with each by itself, with two of them together, and
     * with what is kept. An entry whose company is kept already is no fault: it would change it.
     */
    public List<Map<String, String>> check(List<CompanyEntry> entries) {
        return checks.of(entries);
    }

    /** @throws Faulty if it is not accepted */
    @Transactional
    public Merchant create(CompanyEntry entry, String by) {
        createAll(List.of(entry), by, "");
        return byTenant(entry.tenant());
    }

    /**
     * @param note where they come from, e.g. the name of a file; may be empty
     * @throws Faulty if one is not accepted; then none is
     */
    @Transactional
    public void createAll(List<CompanyEntry> entries, String by, String note) {
        Faulty.unlessEmpty(checks.ofNew(entries));
        try {
            table.insert(entries);
        } catch (DuplicateKeyException e) {
            throw Faulty.of("tenant", "公司代码或统一社会信用代码刚被别人登记，请重新查询后再试");
        }
        changes.recordAll(
                entries.stream()
                        .map(entry -> new Done(Subject.company(entry.tenant()), 1, "新建", fields(null, entry), note))
                        .toList(),
                by);
        follow(entries);
    }

    /**
     * Changes all but the tenant.
     *
     * @throws Faulty if it is not accepted
     * @throws Stale if it is no longer at this version
     */
    @Transactional
    public Merchant change(CompanyEntry entry, long version, String by) {
        changeAll(List.of(new CompanyChange(entry, version)), by, "");
        return byTenant(entry.tenant());
    }

    /**
     * As {@link #change}; what would change nothing is left alone.
     *
     * @throws Faulty if one is not accepted; then none is
     * @throws Stale if one is no longer at its version; then none is changed
     */
    @Transactional
    public void changeAll(List<CompanyChange> wanted, String by, String note) {
        Map<String, Merchant> kept =
                table.byTenants(wanted.stream().map(one -> one.entry().tenant()).toList());
        wanted.forEach(one -> require(kept, one));
        Faulty.unlessEmpty(checks.of(wanted.stream().map(CompanyChange::entry).toList()));
        List<CompanyChange> real = wanted.stream()
                .filter(one ->
                        !one.entry().equals(CompanyEntry.of(kept.get(one.entry().tenant()))))
                .toList();
        List<Done> done = new ArrayList<>();
        List<Boolean> changed = update(real);
        for (int i = 0; i < real.size(); i++) {
            CompanyEntry entry = real.get(i).entry();
            long version = real.get(i).version();
            if (!changed.get(i)) {
                throw stale(entry.tenant(), version);
            }
            CompanyEntry before = CompanyEntry.of(kept.get(entry.tenant()));
            done.add(new Done(Subject.company(entry.tenant()), version + 1, "修改", fields(before, entry), note));
        }
        changes.recordAll(done, by);
        follow(real.stream().map(CompanyChange::entry).toList());
    }

    private void require(Map<String, Merchant> kept, CompanyChange one) {
        Merchant company = kept.get(one.entry().tenant());
        if (company == null) {
            throw new NotKnown("没有公司“" + one.entry().tenant() + "”");
        }
        if (company.version() != one.version()) {
            throw stale(company.tenantId(), one.version());
        }
    }

    private List<Boolean> update(List<CompanyChange> real) {
        try {
            return table.update(real);
        } catch (DuplicateKeyException e) {
            throw Faulty.of("uscc", "统一社会信用代码刚被登记到另一家公司，请核对");
        }
    }

    private Stale stale(String tenant, long version) {
        return new Stale(changes.since(Subject.company(tenant), version));
    }

    /** The engine knows a company by its tenant's name. */
    private void follow(List<CompanyEntry> entries) {
        memberships.follow(
                table.byTenants(entries.stream().map(CompanyEntry::tenant).toList())
                        .values());
    }

    private static List<ChangedField> fields(CompanyEntry before, CompanyEntry after) {
        CompanyEntry was = before == null ? new CompanyEntry("", "", "", "", "", "") : before;
        return new Difference()
                .field("公司名称", was.name(), after.name())
                .field("统一社会信用代码", was.uscc(), after.uscc())
                .field("联系人", was.contactPerson(), after.contactPerson())
                .number("联系电话", was.contactPhone(), after.contactPhone())
                .field("联系邮箱", was.contactEmail(), after.contactEmail())
                .fields();
    }
}
