package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What the person who asks may see and do: operators their company's lots, vendors the lots assigned to them. */
@Component
public class VisibleLots {

    private final CurrentUser user;
    private final Vendors vendors;
    private final LotBindings bindings;

    VisibleLots(CurrentUser user, Vendors vendors, LotBindings bindings) {
        this.user = user;
        this.vendors = vendors;
        this.bindings = bindings;
    }

    public Actor actor() {
        return user.current();
    }

    /** @throws NotFound also when it exists and is somebody else's */
    public LotBinding binding(long id) {
        return bindings.byId(id)
                .filter(binding -> actor().sees(binding.tenantId()) || serves(binding))
                .orElseThrow(NotFound::new);
    }

    /** Whether this person connects the lot: its vendor, or its operator while it has none. */
    public boolean connects(LotBinding binding) {
        return serves(binding)
                || actor().is(Role.LOT_OPERATOR)
                        && actor().sees(binding.tenantId())
                        && vendors.of(binding.lotCode()).isEmpty();
    }

    /** Whether this person connects all of these lots. */
    boolean connectsAll(Collection<String> lotCodes) {
        return lotCodes.stream().allMatch(code -> bindings.of(code).stream().anyMatch(this::connects));
    }

    /** Reviewers and auditors need not know whose car it was. */
    public boolean seesPlates(LotBinding binding) {
        Actor actor = actor();
        return serves(binding) || actor.is(Role.LOT_OPERATOR) || actor.is(Role.OPS_SUPERVISOR);
    }

    private boolean serves(LotBinding binding) {
        Actor actor = actor();
        return actor.is(Role.LOT_VENDOR)
                && vendors.of(binding.lotCode())
                        .filter(vendor -> actor.groups().contains(vendor.groupId()))
                        .isPresent();
    }
}
