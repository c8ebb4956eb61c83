package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.words.MailAddress;
import cn.citybrain.parking.onboarding.words.Typed;
import cn.citybrain.parking.onboarding.words.UnseenCharacters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** What is wrong with what was entered about a person, field by field, in Chinese. Pure: thousands cost nothing. */
@NamedInterface("services")
public final class AccountChecks {

    private static final int LONGEST_NAME = 50;

    private AccountChecks() {}

    /**
     * Of somebody who is to be invited.
     *
     * @return by the names of {@link PersonEntry}'s components; empty if nothing is wrong
     */
    public static Map<String, String> ofNew(Actor by, PersonEntry entry, Known known) {
        Map<String, String> faults = new LinkedHashMap<>();
        AccountIds.fault(entry.userId()).or(() -> taken(entry.userId(), known)).ifPresent(put(faults, "userId"));
        common(by, entry, known, faults, Set.of(), "");
        return faults;
    }

    /** Of an account that is to be changed: what it has already, it may keep. */
    public static Map<String, String> ofChange(Actor by, Account now, PersonEntry entry, Known known) {
        Map<String, String> faults = new LinkedHashMap<>();
        common(by, entry, known, faults, now.companies(), now.vendor().orElse(""));
        faults.computeIfPresent("roles", (field, fault) -> entry.roles().isEmpty() ? fault + "不再工作的，请停用账号。" : fault);
        return faults;
    }

    private static Optional<String> taken(String userId, Known known) {
        return Optional.ofNullable(known.accounts().get(AccountIds.key(userId)))
                .map(account -> account.state() == AccountState.DISABLED
                        ? "用户名“" + account.userId() + "”属于已停用的 " + account.name()
                                + "，用户名不会给第二个人使用。是同一个人请重新启用，否则请换一个用户名。"
                        : account.userId().equals(userId)
                                ? "用户名“" + userId + "”已经有人使用（" + account.name() + "），请换一个。"
                                : "已经有用户名“" + account.userId() + "”，只有大小写不同的用户名容易混淆，请换一个。");
    }

    private static void common(
            Actor by, PersonEntry entry, Known known, Map<String, String> faults, Set<String> had, String vendorHad) {
        name(entry.familyName(), "姓").ifPresent(put(faults, "familyName"));
        if (entry.familyName().isEmpty()) {
            faults.put("familyName", "请填写姓。");
        }
        name(entry.givenName(), "名").ifPresent(put(faults, "givenName"));
        mail(entry.mail()).ifPresent(put(faults, "mail"));
        roles(by, entry).ifPresent(put(faults, "roles"));
        companies(entry, known, had).ifPresent(put(faults, "companies"));
        vendor(entry, known, vendorHad).ifPresent(put(faults, "vendor"));
    }

    private static Optional<String> name(String name, String what) {
        if (Typed.length(name) > LONGEST_NAME) {
            return Optional.of(what + "不能超过 " + LONGEST_NAME + " 个字。");
        }
        return UnseenCharacters.in(name)
                ? Optional.of(what + "里有看不见的字符，请重新输入。")
                : Typed.faultOfName(name).map(fault -> what + fault + "。");
    }

    /** Whether a mail could be sent there, as far as its spelling says. */
    public static boolean isMail(String mail) {
        return mail(mail).isEmpty();
    }

    private static Optional<String> mail(String mail) {
        if (mail.isEmpty()) {
            return Optional.of("请填写邮箱：设置密码的链接发到这里。");
        }
        return MailAddress.holds(mail) ? Optional.empty() : Optional.of("邮箱格式不正确，应为一个地址，如 name@company.cn。");
    }

    private static Optional<String> roles(Actor by, PersonEntry entry) {
        return entry.roles().isEmpty() ? Optional.of("请至少选择一个角色。") : AccountAuthority.faultOfGiving(by, entry.roles());
    }

    private static Optional<String> companies(PersonEntry entry, Known known, Set<String> had) {
        Optional<String> unknown = entry.companies().stream()
                .filter(company -> !known.companies().containsKey(company) && !had.contains(company))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            return unknown.map(company -> "没有车场方“" + company + "”，或者它已停用。请先在“主数据”里登记或启用。");
        }
        boolean operator = entry.roles().contains(Role.LOT_OPERATOR);
        if (operator && entry.companies().isEmpty()) {
            return Optional.of("角色“车场方”须至少选择一家车场方公司。");
        }
        return !operator && !entry.companies().isEmpty()
                ? Optional.of("只有角色“车场方”可以选择车场方公司。请勾选该角色，或去掉公司。")
                : Optional.empty();
    }

    private static Optional<String> vendor(PersonEntry entry, Known known, String had) {
        boolean vendor = entry.roles().contains(Role.LOT_VENDOR);
        if (entry.vendor().isEmpty()) {
            return vendor ? Optional.of("角色“车场技术方”须选择所属的技术方公司。") : Optional.empty();
        }
        if (!known.vendors().containsKey(entry.vendor()) && !entry.vendor().equals(had)) {
            return Optional.of("没有技术方“" + entry.vendor() + "”，或者它已停用。请先在“主数据”里登记或启用。");
        }
        return vendor ? Optional.empty() : Optional.of("只有角色“车场技术方”可以选择技术方公司。请勾选该角色，或去掉公司。");
    }

    private static java.util.function.Consumer<String> put(Map<String, String> faults, String field) {
        return message -> faults.putIfAbsent(field, message);
    }
}
