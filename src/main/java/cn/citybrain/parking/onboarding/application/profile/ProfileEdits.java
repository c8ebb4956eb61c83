package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.DraftCheck;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.application.form.Masking;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.SettlementAccount;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a company's operator types into its profile. Checked as in a form; but nothing has to be there. */
@Component
class ProfileEdits {

    private final ProfileChanges changes;
    private final Places places;
    private final FieldRules rules;
    private final DraftCheck check;

    ProfileEdits(ProfileChanges changes, Places places, FieldRules rules, DraftCheck check) {
        this.changes = changes;
        this.places = places;
        this.rules = rules;
        this.check = check;
    }

    /**
     * Keeps facts of the company.
     *
     * @param sent by place; a blank value clears its place
     * @return doubts by place, Chinese
     * @throws InvalidFields naming each place that is wrong; nothing is kept then
     */
    @Transactional
    public Map<String, String> facts(Merchant merchant, long version, Map<String, String> sent, String by) {
        CompanyProfile before = changes.locked(merchant.id(), version);
        Map<String, String> changed = changed(places.facts(), before.values(), sent);
        CheckResult result = checked(places.facts(), before.values(), changed, sent.keySet(), merchant);
        if (!changed.isEmpty()) {
            changes.put(merchant.id(), CompanyProfile.COMPANY, changed, by);
            changes.done(merchant.id(), by);
        }
        return result.warnings();
    }

    /**
     * Keeps a settlement account.
     *
     * @param no null for a new one
     * @throws NotThere if it was deleted meanwhile
     */
    @Transactional
    public void account(Merchant merchant, long version, Integer no, Map<String, String> sent, String by) {
        CompanyProfile profile = changes.locked(merchant.id(), version);
        Map<String, String> before =
                no == null ? Map.of() : account(profile, no).values();
        Map<String, String> changed = changed(places.account(), before, sent);
        checked(
                places.account(),
                before,
                changed,
                places.account().fields().map(Field::key).toList(),
                merchant);
        requireOther(profile, no, changed.get(Places.ACCOUNT_NUMBER));
        if (no == null) {
            changes.addAccount(merchant.id(), changed, by);
        } else {
            changes.put(merchant.id(), no, changed, by);
        }
        changes.done(merchant.id(), by);
    }

    @Transactional
    public void removeAccount(Merchant merchant, long version, int no, String by) {
        account(changes.locked(merchant.id(), version), no);
        changes.removeAccount(merchant.id(), no);
        changes.done(merchant.id(), by);
    }

    private static SettlementAccount account(CompanyProfile profile, int no) {
        return profile.account(no).orElseThrow(() -> new NotThere("没有这个结算账户，可能已被删除"));
    }

    private static void requireOther(CompanyProfile profile, Integer no, String number) {
        boolean known = number != null
                && profile.accounts().stream()
                        .filter(account -> !Objects.equals(account.no(), no))
                        .anyMatch(account -> number.equals(account.values().get(Places.ACCOUNT_NUMBER)));
        if (known) {
            String message = "这个银行账号已经在结算账户里，请直接修改那一个";
            throw new InvalidFields(message, Map.of(Places.ACCOUNT_NUMBER, message));
        }
    }

    /** A page sends back what it was shown, masks included: that is no edit. */
    private Map<String, String> changed(Catalogue form, Map<String, String> before, Map<String, String> sent) {
        Map<String, String> changed = new LinkedHashMap<>();
        sent.forEach((place, value) -> {
            Field field = form.field(place)
                    .orElseThrow(() -> new InvalidFields("没有名为 " + place + " 的资料", Map.of(place, "没有这项资料")));
            String after = value == null || value.isBlank() ? "" : rules.normal(field, value);
            String old = before.getOrDefault(place, "");
            boolean mask = !old.isEmpty()
                    && field.sensitive()
                    && rules.normal(field, Masking.masked(field, old)).equals(after);
            if (!mask && !after.equals(old)) {
                changed.put(place, after);
            }
        });
        return changed;
    }

    /** Of the whole with what is changed, but only about what was sent: an old date elsewhere stops nobody. */
    private CheckResult checked(
            Catalogue form,
            Map<String, String> before,
            Map<String, String> changed,
            Collection<String> sent,
            Merchant merchant) {
        Map<String, String> all = new HashMap<>(before);
        all.putAll(changed);
        all.values().removeIf(String::isEmpty);
        CheckResult result = check.check(form, all, merchant.uscc());
        Map<String, String> faults = new LinkedHashMap<>(result.fields());
        faults.keySet().retainAll(sent);
        if (!faults.isEmpty()) {
            throw new InvalidFields("没有保存：" + String.join("；", faults.values()), faults);
        }
        Map<String, String> warnings = new LinkedHashMap<>(result.warnings());
        warnings.keySet().retainAll(sent);
        return new CheckResult(faults, warnings);
    }
}
