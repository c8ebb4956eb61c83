package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.NotKnown;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the parking lots. Every change is recorded. A list is accepted as a whole or not at all, with a fixed number of
 * statements for each thousand. Who may is asked by the callers.
 */
@NamedInterface("services")
@Component
public class Lots {

    private final LotTable table;
    private final LotChecks checks;
    private final LotCompanies companies;
    private final Changes changes;

    Lots(LotTable table, LotChecks checks, LotCompanies companies, Changes changes) {
        this.table = table;
        this.checks = checks;
        this.companies = companies;
        this.changes = changes;
    }

    /** Those of these lots that are kept, by code. */
    public Map<String, ParkingLot> kept(Collection<String> codes) {
        return table.byCodes(codes);
    }

    /** @throws NotKnown if there is none */
    public ParkingLot byCode(String code) {
        ParkingLot kept = table.byCodes(List.of(code)).get(code);
        if (kept == null) {
            throw new NotKnown("没有停车场“" + code + "”");
        }
        return kept;
    }

    /**
     * What is wrong with entries, Chinese, by field, in their order: with each by itself, with two of them together, and
     * with what is kept. An entry whose lot is kept already is no fault: it would change it.
     */
    public List<Map<String, String>> check(List<LotEntry> entries) {
        return checks.of(entries);
    }

    /** @throws Faulty if it is not accepted */
    @Transactional
    public ParkingLot create(LotEntry entry, String by) {
        createAll(List.of(entry), by, "");
        return byCode(entry.code());
    }

    /**
     * @param note where they come from, e.g. the name of a file; may be empty
     * @throws Faulty if one is not accepted; then none is
     */
    @Transactional
    public void createAll(List<LotEntry> entries, String by, String note) {
        Faulty.unlessEmpty(checks.ofNew(entries));
        Map<String, Merchant> named = named(entries);
        try {
            table.insert(entries, named);
        } catch (DuplicateKeyException e) {
            throw Faulty.of("code", "停车场编号刚被别人登记，请重新查询后再试");
        }
        changes.recordAll(
                entries.stream()
                        .map(entry -> new Done(
                                Subject.lot(entry.code()), 1, "新建", fields(null, byTenant(entry, named), named), note))
                        .toList(),
                by);
    }

    /**
     * Changes all but the code; the company only while the lot was never bound to an account.
     *
     * @throws Faulty if it is not accepted
     * @throws Stale if it is no longer at this version
     */
    @Transactional
    public ParkingLot change(LotEntry entry, long version, String by) {
        changeAll(List.of(new LotChange(entry, version)), by, "");
        return byCode(entry.code());
    }

    /**
     * As {@link #change}; what would change nothing is left alone.
     *
     * @throws Faulty if one is not accepted; then none is
     * @throws Stale if one is no longer at its version; then none is changed
     */
    @Transactional
    public void changeAll(List<LotChange> wanted, String by, String note) {
        Map<String, ParkingLot> kept =
                table.byCodes(wanted.stream().map(one -> one.entry().code()).toList());
        wanted.forEach(one -> require(kept, one));
        List<LotEntry> entries = wanted.stream().map(LotChange::entry).toList();
        Faulty.unlessEmpty(checks.of(entries));
        Map<String, Merchant> named = named(entries);
        named.putAll(
                companies.named(kept.values().stream().map(ParkingLot::tenantId).toList()));
        List<LotChange> real = wanted.stream()
                .filter(one -> !byTenant(one.entry(), named)
                        .equals(LotEntry.of(kept.get(one.entry().code()))))
                .toList();
        List<Boolean> changed = table.update(real, named);
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            LotEntry entry = byTenant(real.get(i).entry(), named);
            long version = real.get(i).version();
            if (!changed.get(i)) {
                throw stale(entry.code(), version);
            }
            LotEntry before = LotEntry.of(kept.get(entry.code()));
            done.add(new Done(Subject.lot(entry.code()), version + 1, "修改", fields(before, entry, named), note));
        }
        changes.recordAll(done, by);
    }

    private Map<String, Merchant> named(List<LotEntry> entries) {
        return companies.named(entries.stream().map(LotEntry::company).toList());
    }

    private static LotEntry byTenant(LotEntry entry, Map<String, Merchant> named) {
        return entry.of(named.get(entry.company()).tenantId());
    }

    private void require(Map<String, ParkingLot> kept, LotChange one) {
        ParkingLot lot = kept.get(one.entry().code());
        if (lot == null) {
            throw new NotKnown("没有停车场“" + one.entry().code() + "”");
        }
        if (lot.version() != one.version()) {
            throw stale(lot.code(), one.version());
        }
    }

    private Stale stale(String code, long version) {
        return new Stale(changes.since(Subject.lot(code), version));
    }

    /** @param named companies by tenant */
    private static List<ChangedField> fields(LotEntry before, LotEntry after, Map<String, Merchant> named) {
        LotEntry was = before == null ? new LotEntry("", "", "", "", "", "", "", "", "") : before;
        return new Difference()
                .field("所属公司", name(was.company(), named), name(after.company(), named))
                .field("停车场名称", was.name(), after.name())
                .field("地址", was.address(), after.address())
                .field("经度", was.longitude(), after.longitude())
                .field("纬度", was.latitude(), after.latitude())
                .field("泊位数", was.spaces(), after.spaces())
                .field("车道数", was.lanes(), after.lanes())
                .field("服务电话", was.servicePhone(), after.servicePhone())
                .fields();
    }

    private static String name(String tenant, Map<String, Merchant> named) {
        return tenant.isEmpty() ? "" : named.get(tenant).name();
    }
}
