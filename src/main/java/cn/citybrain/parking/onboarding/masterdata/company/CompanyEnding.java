package cn.citybrain.parking.onboarding.masterdata.company;

import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.InTheWay;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.Reason;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deactivates companies and makes them active again. Nothing is deleted: a company that is not active begins nothing new, and
 * everything that it ever did can be read as before.
 */
@NamedInterface("services")
@Component
public class CompanyEnding {

    private final Companies companies;
    private final CompanyTable table;
    private final CompanyObstacles obstacles;
    private final Changes changes;
    private final Clock clock;

    CompanyEnding(Companies companies, CompanyTable table, CompanyObstacles obstacles, Changes changes, Clock clock) {
        this.companies = companies;
        this.table = table;
        this.obstacles = obstacles;
        this.changes = changes;
        this.clock = clock;
    }

    /** What stands in the way of deactivating it; empty if nothing. */
    public List<Obstacle> obstacles(String tenant) {
        return obstacles.of(companies.byTenant(tenant));
    }

    /**
     * @throws InTheWay if something lives on it
     * @throws Stale if it is no longer at this version
     * @throws Faulty without a reason
     */
    @Transactional
    public void deactivate(String tenant, long version, String reason, String by) {
        String why = Reason.required(reason);
        Merchant company = companies.byTenant(tenant);
        turn(company, version, clock.instant());
        List<Obstacle> found = obstacles.of(company);
        if (!found.isEmpty()) {
            throw new InTheWay("公司“" + company.name() + "”还有办理中或已接入的业务，不能停用。请先处理以下事项", found);
        }
        record(tenant, version, "停用", "正常", "已停用", why, by);
    }

    /** @throws Stale if it is no longer at this version */
    @Transactional
    public void activate(String tenant, long version, String by) {
        turn(companies.byTenant(tenant), version, null);
        record(tenant, version, "启用", "已停用", "正常", "", by);
    }

    /** Locks the row first: who begins something for the company at this moment is seen, or sees that it has ended. */
    private void turn(Merchant company, long version, Instant at) {
        if (!table.deactivate(company.tenantId(), version, at) || company.active() == (at == null)) {
            throw new Stale(changes.since(Subject.company(company.tenantId()), version));
        }
    }

    private void record(String tenant, long version, String action, String was, String is, String why, String by) {
        changes.record(
                new Done(
                        Subject.company(tenant),
                        version + 1,
                        action,
                        new Difference().field("状态", was, is).fields(),
                        why),
                by);
    }
}
