package cn.citybrain.parking.onboarding.masterdata.vendor;

import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.NotKnown;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the technical vendors. Every change is recorded, and the engine's groups follow in the same transaction. A list is
 * accepted as a whole or not at all. Who may is asked by the callers.
 */
@NamedInterface("services")
@Component
public class VendorCompanies {

    private final VendorTable table;
    private final Changes changes;
    private final Memberships memberships;

    VendorCompanies(VendorTable table, Changes changes, Memberships memberships) {
        this.table = table;
        this.changes = changes;
        this.memberships = memberships;
    }

    /** Every vendor that is kept, by group. */
    public Map<String, Vendor> kept() {
        return table.all();
    }

    /** @throws NotKnown if there is none */
    public Vendor byGroup(String group) {
        Vendor kept = table.all().get(group);
        if (kept == null) {
            throw new NotKnown("没有技术方“" + group + "”");
        }
        return kept;
    }

    /**
     * What is wrong with entries, Chinese, by field, in their order: with each by itself, with two of them together, and
     * with what is kept. An entry whose vendor is kept already is no fault: it would change it.
     */
    public List<Map<String, String>> check(List<VendorEntry> entries) {
        Map<String, String> named = new HashMap<>();
        table.all().values().forEach(vendor -> named.put(vendor.name(), vendor.groupId()));
        Set<String> groups = new HashSet<>();
        List<Map<String, String>> faults = new ArrayList<>();
        for (VendorEntry entry : entries) {
            Map<String, String> found = new LinkedHashMap<>(entry.faults());
            if (!groups.add(entry.group())) {
                found.putIfAbsent("group", "技术方代码 " + entry.group() + " 重复，请核对");
            }
            String holder = named.putIfAbsent(entry.name(), entry.group());
            if (holder != null && !holder.equals(entry.group())) {
                found.putIfAbsent("name", "已有同名的技术方（" + holder + "），请核对；同一家只建一次");
            }
            faults.add(found);
        }
        return faults;
    }

    /** @throws Faulty if it is not accepted */
    @Transactional
    public Vendor create(VendorEntry entry, String by) {
        createAll(List.of(entry), by, "");
        return byGroup(entry.group());
    }

    /**
     * @param note where they come from, e.g. the name of a file; may be empty
     * @throws Faulty if one is not accepted; then none is
     */
    @Transactional
    public void createAll(List<VendorEntry> entries, String by, String note) {
        Map<String, Vendor> kept = table.all();
        List<Map<String, String>> faults = check(entries);
        for (int i = 0; i < entries.size(); i++) {
            if (kept.containsKey(entries.get(i).group())) {
                faults.get(i)
                        .put(
                                "group",
                                "技术方代码已被“" + kept.get(entries.get(i).group()).name() + "”使用，请换一个");
            }
        }
        Faulty.unlessEmpty(faults);
        try {
            table.insert(entries);
        } catch (DuplicateKeyException e) {
            throw Faulty.of("group", "技术方代码刚被别人登记，请重新查询后再试");
        }
        changes.recordAll(
                entries.stream()
                        .map(entry -> new Done(Subject.vendor(entry.group()), 1, "新建", fields(null, entry), note))
                        .toList(),
                by);
        memberships.followVendors(entries.stream().map(VendorEntry::group).toList());
    }

    /**
     * Changes all but the group.
     *
     * @throws Faulty if it is not accepted
     * @throws Stale if it is no longer at this version
     */
    @Transactional
    public Vendor change(VendorEntry entry, long version, String by) {
        changeAll(List.of(new VendorChange(entry, version)), by, "");
        return byGroup(entry.group());
    }

    /**
     * As {@link #change}; what would change nothing is left alone.
     *
     * @throws Faulty if one is not accepted; then none is
     * @throws Stale if one is no longer at its version; then none is changed
     */
    @Transactional
    public void changeAll(List<VendorChange> wanted, String by, String note) {
        Map<String, Vendor> kept = table.all();
        wanted.forEach(one -> require(kept, one));
        Faulty.unlessEmpty(check(wanted.stream().map(VendorChange::entry).toList()));
        List<VendorChange> real = wanted.stream()
                .filter(one ->
                        !one.entry().equals(VendorEntry.of(kept.get(one.entry().group()))))
                .toList();
        List<Boolean> changed = table.update(real);
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            VendorEntry entry = real.get(i).entry();
            long version = real.get(i).version();
            if (!changed.get(i)) {
                throw stale(entry.group(), version);
            }
            VendorEntry before = VendorEntry.of(kept.get(entry.group()));
            done.add(new Done(Subject.vendor(entry.group()), version + 1, "修改", fields(before, entry), note));
        }
        changes.recordAll(done, by);
        memberships.followVendors(real.stream().map(one -> one.entry().group()).toList());
    }

    private void require(Map<String, Vendor> kept, VendorChange one) {
        Vendor vendor = kept.get(one.entry().group());
        if (vendor == null) {
            throw new NotKnown("没有技术方“" + one.entry().group() + "”");
        }
        if (vendor.version() != one.version()) {
            throw stale(vendor.groupId(), one.version());
        }
    }

    private Stale stale(String group, long version) {
        return new Stale(changes.since(Subject.vendor(group), version));
    }

    private static List<ChangedField> fields(VendorEntry before, VendorEntry after) {
        VendorEntry was = before == null ? new VendorEntry("", "", "", "", "") : before;
        return new Difference()
                .field("技术方名称", was.name(), after.name())
                .field("联系人", was.contactPerson(), after.contactPerson())
                .number("联系电话", was.contactPhone(), after.contactPhone())
                .field("联系邮箱", was.contactEmail(), after.contactEmail())
                .fields();
    }
}
