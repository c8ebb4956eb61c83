package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountAuthority;
import cn.citybrain.parking.onboarding.access.account.AccountChecks;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.access.account.PersonEntry;
import cn.citybrain.parking.onboarding.masterdata.register.Register.Wanted;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in the way of people of a file, for who imports it. */
record PersonFaults(Known known, Actor by) {

    Map<String, String> of(Wanted<PersonRow> wanted) {
        Map<String, String> faults = new LinkedHashMap<>();
        PersonEntry entry = wanted.entry().entry();
        if (!wanted.entry().unknownRoles().isEmpty()) {
            faults.put(
                    "roles",
                    "没有角色“%s”，可以填写：%s".formatted(String.join("、", wanted.entry().unknownRoles()), titles()));
        }
        Map<String, String> found = wanted.kept() == null
                ? AccountChecks.ofNew(by, entry, known)
                : ofChange(wanted.kept().entry().entry(), entry, faults);
        found.forEach(faults::putIfAbsent);
        return faults;
    }

    private Map<String, String> ofChange(PersonEntry before, PersonEntry after, Map<String, String> faults) {
        if (!AccountAuthority.mayKeep(by, before.roles())) {
            faults.putIfAbsent("userId", "运营公司主管和系统管理员的账号只能由系统管理员修改，请删除这一行");
        }
        if (before.userId().equals(by.userId()) && !sameBelonging(before, after)) {
            faults.putIfAbsent("roles", "不能修改自己的角色和公司，请另一位有权限的人员办理");
        }
        Account now = known.accounts().get(after.userId().toLowerCase(Locale.ROOT));
        return AccountChecks.ofChange(by, now, after, known);
    }

    private static boolean sameBelonging(PersonEntry before, PersonEntry after) {
        return before.roles().equals(after.roles())
                && before.companies().equals(after.companies())
                && before.vendor().equals(after.vendor());
    }

    /** Of those that who imports may give. */
    private String titles() {
        return Arrays.stream(Role.values())
                .filter(role -> AccountAuthority.mayKeep(by, List.of(role)))
                .map(Role::title)
                .collect(Collectors.joining("、"));
    }
}
