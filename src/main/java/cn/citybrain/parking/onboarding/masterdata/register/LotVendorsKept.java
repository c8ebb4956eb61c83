package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.register.Register.Wanted;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The vendors of lots as files say them: the one that was chosen last, be it that its day is still to come. */
@Component
class LotVendorsKept {

    static final Chosen NOBODY = new Chosen("", "");

    /** @param from empty if it is the vendor now */
    record Chosen(String group, String from) {}

    private final Vendors vendors;
    private final LotVendors choices;
    private final Clock clock;

    LotVendorsKept(Vendors vendors, LotVendors choices, Clock clock) {
        this.vendors = vendors;
        this.choices = choices;
        this.clock = clock;
    }

    Map<String, Chosen> ofLots(Collection<String> codes) {
        Map<String, Chosen> chosen = new HashMap<>();
        Portions.ask(codes, some -> List.copyOf(vendors.ofLots(some).entrySet()))
                .forEach(one ->
                        chosen.put(one.getKey(), new Chosen(one.getValue().groupId(), "")));
        choices.planned(codes)
                .forEach((code, plan) ->
                        chosen.put(code, new Chosen(plan.group(), plan.from().toString())));
        return chosen;
    }

    /** @param faults of the lots themselves */
    List<Map<String, String>> withFaultsOfVendors(List<Map<String, String>> faults, List<Wanted<LotRow>> wanted) {
        Map<String, Vendor> known =
                vendors.all().stream().collect(Collectors.toMap(Vendor::groupId, Function.identity()));
        List<Wanted<LotRow>> kept =
                wanted.stream().filter(one -> one.kept() != null).toList();
        var ofKept = choices.check(
                        kept.stream().map(one -> one.entry().choice()).toList())
                .iterator();
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Map<String, String> found = new LinkedHashMap<>(faults.get(i));
            if (wanted.get(i).kept() == null) {
                ofNew(wanted.get(i).entry(), known, found);
            } else {
                ofKept.next()
                        .forEach(
                                (field, fault) -> found.putIfAbsent(field.equals("lotCode") ? "vendor" : field, fault));
            }
            all.add(found);
        }
        return all;
    }

    private void ofNew(LotRow row, Map<String, Vendor> known, Map<String, String> found) {
        Vendor vendor = known.get(row.vendor());
        if (!row.vendor().isEmpty() && vendor == null) {
            found.putIfAbsent("vendor", "没有技术方“" + row.vendor() + "”，请先建立");
        } else if (vendor != null && !vendor.active()) {
            found.putIfAbsent("vendor", "技术方“" + vendor.name() + "”已停用，请先启用");
        }
        if (!row.from().isEmpty() && LocalDate.parse(row.from()).isBefore(LocalDate.now(clock))) {
            found.putIfAbsent("from", "技术方生效日期不能早于今天；要立即生效请空着");
        }
    }
}
