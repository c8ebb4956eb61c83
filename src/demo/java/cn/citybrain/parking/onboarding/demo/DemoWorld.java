package cn.citybrain.parking.onboarding.demo;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The invented companies, lots and people of the demo. Idempotent: what is there stays as it is. */
@Component
@Profile("demo")
@Order(20)
public class DemoWorld implements ApplicationRunner {

    /** Of every demo account. */
    public static final String PASSWORD = "demo-2026";

    private static final String ZHILIAN = "vendor-zhilian";
    private static final String ANXING = "vendor-anxing";

    private final Merchants merchants;
    private final ParkingLots lots;
    private final Vendors vendors;
    private final Memberships memberships;
    private final UserAccounts accounts;
    private final TransactionTemplate transaction;

    DemoWorld(
            Merchants merchants,
            ParkingLots lots,
            Vendors vendors,
            Memberships memberships,
            UserAccounts accounts,
            TransactionTemplate transaction) {
        this.merchants = merchants;
        this.lots = lots;
        this.vendors = vendors;
        this.memberships = memberships;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            vendor(ZHILIAN, "智联停车科技有限公司", "support@zhilian.example");
            vendor(ANXING, "安行智能设备有限公司", "support@anxing.example");
            hubin();
            chengxi();
            memberships.align();
            people();
        });
    }

    private void hubin() {
        Merchant hubin = merchant("hubin", "杭州湖滨停车管理有限公司", "91330102765432101R", "office@hubin.example");
        lot(hubin, "3301020001", "湖滨银泰停车场", "杭州市上城区东坡路7号", 420, ZHILIAN);
        place("3301020001", "120.164410", "30.252710", "0571-87000001");
        lot(hubin, "3301020002", "平海路停车场", "杭州市上城区平海路124号", 160, ZHILIAN);
        place("3301020002", "120.166930", "30.255340", "0571-87000002");
        lot(hubin, "3301020003", "龙翔桥停车场", "杭州市上城区延安路258号", 85, ANXING);
        place("3301020003", "120.163580", "30.257120", "0571-87000003");
    }

    private void chengxi() {
        Merchant chengxi = merchant("chengxi", "杭州城西停车服务有限公司", "91330106123456789A", "office@chengxi.example");
        lot(chengxi, "3301060001", "西溪印象城停车场", "杭州市余杭区五常大道1号", 900, ZHILIAN);
        place("3301060001", "120.052260", "30.247630", "0571-88000001");
        lot(chengxi, "3301060002", "古墩路停车场", "杭州市西湖区古墩路588号", 210, ANXING);
        place("3301060002", "120.102870", "30.299450", "0571-88000002");
    }

    private void people() {
        account("hubin", "林", "晓湖", List.of(Role.LOT_OPERATOR.group()), List.of("hubin"));
        account("chengxi", "陈", "西溪", List.of(Role.LOT_OPERATOR.group()), List.of("chengxi"));
        account("zhilian", "赵", "智联", List.of(Role.LOT_VENDOR.group(), ZHILIAN), List.of());
        account("vendor2", "安", "行远", List.of(Role.LOT_VENDOR.group(), ANXING), List.of());
        account("reviewer", "沈", "初审", List.of(Role.OPS_REVIEWER.group()), List.of());
        account("reviewer2", "沈", "复审", List.of(Role.OPS_REVIEWER.group()), List.of());
        account("supervisor", "方", "主管", List.of(Role.OPS_SUPERVISOR.group()), List.of());
        account("supervisor2", "方", "副主管", List.of(Role.OPS_SUPERVISOR.group()), List.of());
        account("auditor", "钱", "审计", List.of(Role.AUDITOR.group()), List.of());
        account("admin", "吴", "管理", List.of(Role.ADMIN.group()), List.of());
    }

    private void account(String userId, String family, String given, List<String> groups, List<String> tenants) {
        accounts.add(userId, family, given, PASSWORD, groups, tenants);
    }

    private Merchant merchant(String tenant, String name, String uscc, String email) {
        return merchants.byTenant(tenant).orElseGet(() -> merchants.add(tenant, name, uscc, email));
    }

    private void lot(Merchant owner, String code, String name, String address, int spaces, String vendor) {
        if (lots.byCode(code).isEmpty()) {
            lots.add(code, name, address, spaces, owner.id());
            vendors.assign(code, vendor, "demo");
        }
    }

    /** Amap coordinates (GCJ-02), and an invented phone. */
    private void place(String code, String longitude, String latitude, String servicePhone) {
        if (lots.byCode(code).orElseThrow().longitude().isEmpty()) {
            lots.locate(code, longitude, latitude, servicePhone);
        }
    }

    private void vendor(String group, String name, String email) {
        if (vendors.all().stream().noneMatch(known -> known.groupId().equals(group))) {
            vendors.add(new Vendor(group, name, email));
        }
    }
}
