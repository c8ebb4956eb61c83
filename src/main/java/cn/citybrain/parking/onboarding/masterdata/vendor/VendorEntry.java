package cn.citybrain.parking.onboarding.masterdata.vendor;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.masterdata.Checks;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/**
 * A vendor as it is entered, tidied: no blanks around a text, codes and numbers in ordinary digits and letters. Nothing is
 * null, what is not entered is empty.
 *
 * @param group {@code vendor-} and a short code in small letters; may be entered without its beginning; never changes
 * @param contactPerson may be empty
 * @param contactPhone may be empty
 */
@NamedInterface("services")
public record VendorEntry(String group, String name, String contactPerson, String contactPhone, String contactEmail) {

    private static final Pattern GROUP = Pattern.compile(Role.VENDOR_PREFIX + "[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PERSON = 50;

    public VendorEntry {
        group = group(group);
        name = Checks.tidy(name);
        contactPerson = Checks.tidy(contactPerson);
        contactPhone = Typed.phone(contactPhone);
        contactEmail = Typed.mail(contactEmail);
    }

    /** A vendor's group as people write it: with or without its beginning. */
    public static String group(String written) {
        String plain = Checks.lower(written);
        return plain.isEmpty() || Role.isVendorCompany(plain) ? plain : Role.VENDOR_PREFIX + plain;
    }

    /** What is kept of a vendor. */
    public static VendorEntry of(Vendor kept) {
        return new VendorEntry(
                kept.groupId(), kept.name(), kept.contactPerson(), kept.contactPhone(), kept.contactEmail());
    }

    /** What is wrong with it, as far as it can be seen from itself: Chinese, by component; empty if nothing. */
    public Map<String, String> faults() {
        return new Checks()
                .form("group", "技术方代码", group, VendorEntry::groupFault)
                .text("name", "技术方名称", name, LONGEST_NAME)
                .optional("contactPerson", "联系人", contactPerson, LONGEST_PERSON)
                .given("contactPhone", "联系电话", contactPhone, Checks::phone)
                .form("contactEmail", "联系邮箱", contactEmail, Checks::email)
                .faults();
    }

    private static Optional<String> groupFault(String group) {
        return GROUP.matcher(group).matches()
                ? Optional.empty()
                : Optional.of("应为 2 到 32 位小写字母、数字或短横线，首尾不能是短横线，如 zhilian");
    }
}
