package cn.citybrain.parking.onboarding.masterdata.company;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is wrong with entries among themselves and beside the companies that are kept. */
@Component
class CompanyChecks {

    private final CompanyTable table;

    CompanyChecks(CompanyTable table) {
        this.table = table;
    }

    /** Of each in the order given. A company that is kept already is no fault: it is changed. */
    List<Map<String, String>> of(List<CompanyEntry> entries) {
        Map<String, String> holders =
                table.tenantsByUscc(entries.stream().map(CompanyEntry::uscc).toList());
        Map<String, Integer> tenants = new HashMap<>();
        Map<String, Integer> usccs = new HashMap<>();
        List<Map<String, String>> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            CompanyEntry entry = entries.get(i);
            Map<String, String> found = new LinkedHashMap<>(entry.faults());
            twice(found, "tenant", "公司代码", tenants.putIfAbsent(entry.tenant(), i), i);
            twice(found, "uscc", "统一社会信用代码", usccs.putIfAbsent(entry.uscc(), i), i);
            String holder = holders.get(entry.uscc());
            if (holder != null && !holder.equals(entry.tenant())) {
                found.putIfAbsent("uscc", "统一社会信用代码已属于公司 " + holder + "，请核对；同一家公司只建一次");
            }
            faults.add(found);
        }
        return faults;
    }

    /** As {@link #of}, and none of them may be kept already. */
    List<Map<String, String>> ofNew(List<CompanyEntry> entries) {
        var known = table.byTenants(entries.stream().map(CompanyEntry::tenant).toList());
        List<Map<String, String>> faults = of(entries);
        for (int i = 0; i < entries.size(); i++) {
            if (known.containsKey(entries.get(i).tenant())) {
                faults.get(i)
                        .put(
                                "tenant",
                                "公司代码已被“" + known.get(entries.get(i).tenant()).name() + "”使用，请换一个");
            }
        }
        return faults;
    }

    private static void twice(Map<String, String> found, String field, String label, Integer first, int here) {
        if (first != null) {
            found.putIfAbsent(field, label + "与第 " + (first + 1) + " 条相同（这是第 " + (here + 1) + " 条），请核对");
        }
    }
}
