package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotAllowed;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The companies that a person applies for and keeps the profile of: an operator's own. Another company's does not exist for anybody. */
@Component
public class OwnCompanies {

    private final Guard guard;
    private final Merchants merchants;

    OwnCompanies(Guard guard, Merchants merchants) {
        this.guard = guard;
        this.merchants = merchants;
    }

    /** In the order of their names. */
    public List<Merchant> all() {
        Actor actor = guard.require(Role.LOT_OPERATOR);
        List<Merchant> own = actor.tenants().stream()
                .map(merchants::byTenant)
                .flatMap(found -> found.stream())
                .sorted(Comparator.comparing(Merchant::name))
                .toList();
        if (own.isEmpty()) {
            throw new NotAllowed("您的账号没有对应的车场方，请联系运营公司");
        }
        return own;
    }

    /** @param tenantId null or blank for the only one */
    public Merchant one(String tenantId) {
        List<Merchant> own = all();
        String wanted = Objects.requireNonNullElse(tenantId, "");
        if (wanted.isBlank() && own.size() > 1) {
            throw new InvalidFields("请选择公司", Map.of("company", "请选择公司"));
        }
        return own.stream()
                .filter(merchant -> wanted.isBlank() || merchant.tenantId().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotThere("没有找到这家公司的资料"));
    }

    public String userId() {
        return guard.actor().userId();
    }
}
