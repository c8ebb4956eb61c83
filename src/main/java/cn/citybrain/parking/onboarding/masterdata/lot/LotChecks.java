package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is wrong with entries among themselves and beside the lots and companies that are kept. */
@Component
class LotChecks {

    private final LotTable table;
    private final LotCompanies companies;

    LotChecks(LotTable table, LotCompanies companies) {
        this.table = table;
        this.companies = companies;
    }

    /** Of each in the order given. A lot that is kept already is no fault: it is changed. */
    List<Map<String, String>> of(List<LotEntry> entries) {
        List<String> codes = entries.stream().map(LotEntry::code).toList();
        Map<String, Merchant> named =
                companies.named(entries.stream().map(LotEntry::company).toList());
        Map<String, ParkingLot> kept = table.byCodes(codes);
        Map<String, String> spelt = table.spelt(codes);
        Set<String> bound = table.everBound(kept.keySet());
        Map<String, Integer> seen = new HashMap<>();
        List<Map<String, String>> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            LotEntry entry = entries.get(i);
            Map<String, String> found = new LinkedHashMap<>(entry.faults());
            String small = entry.code().toLowerCase(Locale.ROOT);
            Integer first = seen.putIfAbsent(small, i);
            if (first != null) {
                found.putIfAbsent("code", "停车场编号与第 " + (first + 1) + " 条相同（这是第 " + (i + 1) + " 条），请核对");
            }
            String other = spelt.get(small);
            if (other != null && !kept.containsKey(entry.code())) {
                found.putIfAbsent("code", "停车场编号与已有的 " + other + " 仅大小写不同，请核对");
            }
            company(entry, kept.get(entry.code()), named.get(entry.company()), bound, found);
            faults.add(found);
        }
        return faults;
    }

    /** As {@link #of}, and none of them may be kept already. */
    List<Map<String, String>> ofNew(List<LotEntry> entries) {
        Map<String, ParkingLot> kept =
                table.byCodes(entries.stream().map(LotEntry::code).toList());
        List<Map<String, String>> faults = of(entries);
        for (int i = 0; i < entries.size(); i++) {
            ParkingLot lot = kept.get(entries.get(i).code());
            if (lot != null) {
                faults.get(i).put("code", "停车场编号已被“" + lot.name() + "”使用，请核对");
            }
        }
        return faults;
    }

    private static void company(
            LotEntry entry, ParkingLot kept, Merchant named, Set<String> bound, Map<String, String> found) {
        if (entry.company().isEmpty()) {
            return;
        }
        if (named == null) {
            found.putIfAbsent("company", "没有公司“" + entry.company() + "”，请填写公司代码或统一社会信用代码，或先建立这家公司");
        } else if (kept == null && !named.active()) {
            found.putIfAbsent("company", "公司“" + named.name() + "”已停用，请先启用");
        } else if (kept != null && kept.merchantId() != named.id()) {
            if (bound.contains(kept.code())) {
                found.putIfAbsent("company", "停车场“" + kept.name() + "”配置过收款账户，不能换公司");
            } else if (!named.active()) {
                found.putIfAbsent("company", "公司“" + named.name() + "”已停用，请先启用");
            }
        }
    }
}
