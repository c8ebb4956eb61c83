package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Checks;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice.Resolved;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is wrong with choices of vendors, and what they come to. */
@Component
class VendorChecks {

    private final LotTable lots;
    private final AssignmentTable assignments;
    private final VendorCompanies vendors;
    private final Clock clock;

    VendorChecks(LotTable lots, AssignmentTable assignments, VendorCompanies vendors, Clock clock) {
        this.lots = lots;
        this.assignments = assignments;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** The lots, their vendors and all vendors, as far as choices name them. */
    Known known(List<VendorChoice> choices) {
        List<String> codes = choices.stream().map(VendorChoice::lotCode).toList();
        Map<String, Vendor> all = vendors.kept();
        Map<String, String> byName = new HashMap<>();
        all.values().forEach(vendor -> byName.put(vendor.name(), vendor.groupId()));
        return new Known(lots.byCodes(codes), assignments.ofLots(codes), all, byName, LocalDate.now(clock));
    }

    record Known(
            Map<String, ParkingLot> lots,
            Map<String, Vendor> current,
            Map<String, Vendor> vendors,
            Map<String, String> byName,
            LocalDate today) {

        Map<String, String> faults(VendorChoice choice) {
            return faults(choice, lots.get(choice.lotCode()));
        }

        /** @param lot null where it is still to be made */
        private Map<String, String> faults(VendorChoice choice, ParkingLot lot) {
            Checks checks = new Checks();
            if (lot == null) {
                return checks.add("lotCode", "没有停车场“" + choice.lotCode() + "”").faults();
            }
            String group = group(choice);
            Vendor wanted = vendors.get(group);
            boolean other = !group.equals(former(choice));
            if (!choice.hasDay()) {
                checks.add("from", "生效日期应为日期，如 2026-12-01；空着表示立即生效");
            } else if (other
                    && !choice.from().isEmpty()
                    && LocalDate.parse(choice.from()).isBefore(today)) {
                checks.add("from", "生效日期不能早于今天；要立即生效请空着");
            }
            if (!group.isEmpty() && wanted == null) {
                checks.add("vendor", "没有技术方“" + choice.vendor() + "”，请先建立");
            } else if (other && wanted != null && !wanted.active()) {
                checks.add("vendor", "技术方“" + wanted.name() + "”已停用，请先启用");
            }
            if (other && !lot.open()) {
                checks.add("lotCode", "停车场“" + lot.name() + "”已关闭，请先重新开放");
            }
            return checks.faults();
        }

        Resolved resolved(VendorChoice choice) {
            return new Resolved(lots.get(choice.lotCode()), group(choice), former(choice), choice.later(today));
        }

        /** By name or group; what names none is taken for a group. */
        private String group(VendorChoice choice) {
            return Optional.ofNullable(byName.get(choice.vendor())).orElseGet(() -> VendorEntry.group(choice.vendor()));
        }

        private String former(VendorChoice choice) {
            return Optional.ofNullable(current.get(choice.lotCode()))
                    .map(Vendor::groupId)
                    .orElse("");
        }

        /** A plan as people read it. */
        String words(VendorPlan plan) {
            String name = name(plan.group());
            return (name.isEmpty() ? "（无）" : name) + "，自 " + plan.from() + " 起";
        }

        /** Empty for none. */
        String name(String group) {
            return group.isEmpty()
                    ? ""
                    : Optional.ofNullable(vendors.get(group)).map(Vendor::name).orElse(group);
        }
    }
}
