package cn.citybrain.parking.onboarding.masterdata.vendor;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.InTheWay;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.Reason;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deactivates vendors and makes them active again. Nothing is deleted; a vendor that is not active is given no lots. */
@NamedInterface("services")
@Component
public class VendorEnding {

    private final VendorCompanies companies;
    private final VendorTable table;
    private final Vendors vendors;
    private final CompanyPeople people;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    VendorEnding(
            VendorCompanies companies,
            VendorTable table,
            Vendors vendors,
            CompanyPeople people,
            JdbcClient jdbc,
            Changes changes,
            Clock clock) {
        this.companies = companies;
        this.table = table;
        this.vendors = vendors;
        this.people = people;
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** What stands in the way of deactivating it: its lots, lots that are to be its, its people; empty if nothing. */
    public List<Obstacle> obstacles(String group) {
        List<Obstacle> found = new ArrayList<>();
        vendors.lotsOf(List.of(group))
                .forEach(lot -> found.add(
                        new Obstacle("负责的停车场", lot.name() + "（" + lot.code() + "）", "/masterdata/lots/" + lot.code())));
        jdbc.sql("SELECT l.code, l.name FROM vendor_plan p JOIN parking_lot l ON l.id = p.lot_id"
                        + " WHERE p.vendor_group = ? ORDER BY l.code")
                .param(group)
                .query((row, n) -> found.add(new Obstacle(
                        "将要负责的停车场",
                        row.getString("name") + "（" + row.getString("code") + "）",
                        "/masterdata/lots/" + row.getString("code"))))
                .list();
        people.ofGroup(group)
                .forEach(person -> found.add(new Obstacle(
                        "技术方人员", person.name() + "（" + person.userId() + "）", "/people/" + person.userId())));
        return found;
    }

    /**
     * @throws InTheWay if it has lots or people
     * @throws Stale if it is no longer at this version
     * @throws Faulty without a reason
     */
    @Transactional
    public void deactivate(String group, long version, String reason, String by) {
        String why = Reason.required(reason);
        Vendor vendor = companies.byGroup(group);
        turn(vendor, version, clock.instant());
        List<Obstacle> found = obstacles(group);
        if (!found.isEmpty()) {
            throw new InTheWay("技术方“" + vendor.name() + "”还有停车场或人员，不能停用。请先处理以下事项", found);
        }
        record(group, version, "停用", "正常", "已停用", why, by);
    }

    /** @throws Stale if it is no longer at this version */
    @Transactional
    public void activate(String group, long version, String by) {
        turn(companies.byGroup(group), version, null);
        record(group, version, "启用", "已停用", "正常", "", by);
    }

    private void turn(Vendor vendor, long version, Instant at) {
        if (!table.deactivate(vendor.groupId(), version, at) || vendor.active() == (at == null)) {
            throw new Stale(changes.since(Subject.vendor(vendor.groupId()), version));
        }
    }

    private void record(String group, long version, String action, String was, String is, String why, String by) {
        changes.record(
                new Done(
                        Subject.vendor(group),
                        version + 1,
                        action,
                        new Difference().field("状态", was, is).fields(),
                        why),
                by);
    }
}
