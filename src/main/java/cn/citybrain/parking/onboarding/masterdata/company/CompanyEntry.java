package cn.citybrain.parking.onboarding.masterdata.company;

import cn.citybrain.parking.onboarding.masterdata.Checks;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Uscc;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/**
 * A company as it is entered, tidied: no blanks around a text, codes and numbers in ordinary digits and letters. Nothing is
 * null, what is not entered is empty.
 *
 * @param tenant short code in small letters, e.g. {@code hubin}; never changes
 * @param uscc unified social credit code in capital letters
 * @param contactPerson may be empty
 * @param contactPhone may be empty
 */
@NamedInterface("services")
public record CompanyEntry(
        String tenant, String name, String uscc, String contactPerson, String contactPhone, String contactEmail) {

    private static final Pattern TENANT = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PERSON = 50;

    public CompanyEntry {
        tenant = Checks.lower(tenant);
        name = Checks.tidy(name);
        uscc = Typed.number(uscc).toUpperCase(Locale.ROOT);
        contactPerson = Checks.tidy(contactPerson);
        contactPhone = Typed.phone(contactPhone);
        contactEmail = Typed.mail(contactEmail);
    }

    /** What is kept of a company. */
    public static CompanyEntry of(Merchant kept) {
        return new CompanyEntry(
                kept.tenantId(),
                kept.name(),
                kept.uscc(),
                kept.contactPerson(),
                kept.contactPhone(),
                kept.contactEmail());
    }

    /** What is wrong with it, as far as it can be seen from itself: Chinese, by component; empty if nothing. */
    public Map<String, String> faults() {
        return new Checks()
                .form("tenant", "公司代码", tenant, CompanyEntry::tenantFault)
                .text("name", "公司名称", name, LONGEST_NAME)
                .form("uscc", "统一社会信用代码", uscc, Uscc::fault)
                .optional("contactPerson", "联系人", contactPerson, LONGEST_PERSON)
                .given("contactPhone", "联系电话", contactPhone, Checks::phone)
                .form("contactEmail", "联系邮箱", contactEmail, Checks::email)
                .faults();
    }

    private static Optional<String> tenantFault(String tenant) {
        return TENANT.matcher(tenant).matches()
                ? Optional.empty()
                : Optional.of("应为 2 到 32 位小写字母、数字或短横线，首尾不能是短横线，如 hubin");
    }
}
